package io.verge.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Bundles that describe components, with metatype files as bnd 7.3.0 wrote them from annotations, and a profile for them. */
public final class Samples {
    public static final String RADAR = "driver.radar.ti.internal.TiRadarConfig";
    public static final String SIGNAL = "driver.signal.tscbm.internal.TscbmConfig";
    public static final String RADIO = "driver.radio.rsu41.internal.Rsu41Config";
    public static final String EVERYTHING = "driver.everything.internal.EverythingConfig";
    public static final String PHASE = "app.phase.internal.SignalPhaseConfig";
    public static final String SHARING = "app.sharing.internal.SensorSharingConfig";
    public static final String COLLISION = "app.collision.internal.CollisionWarningConfig";
    public static final String CSAE = "messages.csae.internal.CsaeSetConfig";
    public static final String ETSI = "messages.etsi.internal.EtsiSetConfig";
    public static final String PERCEPTION = "perception.internal.PerceptionConfig";
    public static final String DIAGNOSTICS = "diagnostics.internal.DiagnosticsConfig";

    public static final List<String> ALL =
            List.of(RADAR, SIGNAL, RADIO, EVERYTHING, PHASE, SHARING, COLLISION, CSAE, ETSI, PERCEPTION, DIAGNOSTICS);

    /** Right when a file maps/crossing.geojson lies beside it. */
    public static final String PROFILE =
            """
            box:      {id: wuhan-0417, tenant: wuhan, latitude: 30.5, longitude: 114.3, elevation: 21.0}
            map:      maps/crossing.geojson          # lanes, stop lines, crosswalks
            messages: {set: csae, edition: 2020}
            devices:
              radar-ne: {driver: radar-ti-mmwave, port: /dev/ttyUSB1, mount: {east: 28, north: 28, up: 6, azimuth: 225}}
              signal:   {driver: signal-tscbm, listen: 6053, groups: {1: 1, 2: 4}}
              rsu:
                driver: radio-rsu41
                address: "10.0.0.7:1516"
                mode: ALTERNATING
                channels: [172, 183]
                key: file:secrets/rsu
            apps:     {signal-phase: {}, sensor-sharing: {rate: 5}, collision-warning: }
            perception: {age: 400}
            """;

    private Samples() {}

    /** Of all samples. */
    public static Catalogue catalogue() {
        try {
            Path folder = Files.createTempDirectory("verge-samples");
            List<Path> jars = new ArrayList<>();
            for (String sample : ALL) {
                jars.add(bundle(folder.resolve(sample + ".jar"), "1.0.0", sample));
            }
            Catalogue catalogue = Catalogue.ofJars(jars);
            for (Path jar : jars) {
                Files.delete(jar);
            }
            Files.delete(folder);
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a bundle that describes these samples, named after the file. */
    public static Path bundle(Path jar, String version, String... samples) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue(
                "Bundle-SymbolicName", String.valueOf(jar.getFileName()).replace(".jar", ""));
        headers.putValue("Bundle-Version", version);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            for (String sample : samples) {
                entries.putNextEntry(new JarEntry("OSGI-INF/metatype/io.verge." + sample + ".xml"));
                entries.write(metatype(sample));
                entries.closeEntry();
            }
        }
        return jar;
    }

    /** The metatype file of a sample. */
    public static byte[] metatype(String sample) throws IOException {
        String name = "metatype/io.verge." + sample + ".xml";
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    /** Puts the map of the sample profile, and returns where the profile would be. */
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("maps"));
        Files.writeString(folder.resolve("maps/crossing.geojson"), "{}");
        return folder.resolve("profile.yaml");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
