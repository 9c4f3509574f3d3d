package io.verge.profile.internal;

import io.verge.profile.Catalogue;
import io.verge.profile.ComponentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the drivers say of themselves in their bundles. */
public final class Drivers {
    /** The files of the Metatype Service. */
    public static final List<String> FILES = List.of(
            file("camera.flir.internal.FlirCameraConfig"),
            file("camera.must.internal.MustCameraConfig"),
            file("gnss.nmea.internal.GnssConfig"),
            file("radar.ti.internal.TiRadarConfig"),
            file("radio.rsu41.internal.Rsu41Config"),
            file("recording.internal.RecordingConfig"),
            file("signal.tscbm.internal.TscbmConfig"));

    private Drivers() {}

    private static String file(String config) {
        return MetatypeReader.FOLDER + "io.verge.driver." + config + ".xml";
    }

    /** Of all of them. */
    public static Catalogue catalogue() {
        List<ComponentType> components = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = open(file)) {
                components.addAll(MetatypeReader.read(file, in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Catalogue.of(components);
    }

    /** The octets of one file. */
    public static byte[] octets(String file) throws IOException {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Drivers.class.getClassLoader().getResourceAsStream(file), file);
    }
}
