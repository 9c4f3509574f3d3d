package io.verge.profile.internal;

import io.verge.profile.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A driver for Declarative Services whose devices are {@link TestDevice}s, in any version. */
final class TestDriver {
    static final String NAME = "io.verge.driver.radar-ti-mmwave";

    private static final String DEVICE = "io/verge/profile/internal/TestDevice.class";
    private static final String COMPONENT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="radar" immediate="true"
                configuration-policy="require" configuration-pid="io.verge.driver.radar-ti-mmwave">
              <service><provide interface="java.util.function.Supplier"/></service>
              <implementation class="io.verge.profile.internal.TestDevice"/>
            </scr:component>
            """;

    private TestDriver() {}

    static InputStream jar(String version) throws IOException {
        return jar(version, Samples.metatype(Samples.RADAR), "");
    }

    /** One whose key {@code port} is called {@code place}, and which says so. */
    static InputStream jarWithOtherKeys(String version) throws IOException {
        String metatype = new String(Samples.metatype(Samples.RADAR), StandardCharsets.UTF_8);
        String migrate = NAME + ": {up: [{rename: {port: place}}], down: [{rename: {place: port}}]}";
        return jar(version, metatype.replace("id=\"port\"", "id=\"place\"").getBytes(StandardCharsets.UTF_8), migrate);
    }

    private static InputStream jar(String version, byte[] metatype, String migrate) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", NAME);
        headers.putValue("Bundle-Version", version);
        headers.putValue("Service-Component", "OSGI-INF/radar.xml");
        headers.putValue("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.component)\"");
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(octets, manifest)) {
            add(jar, "OSGI-INF/radar.xml", COMPONENT.getBytes(StandardCharsets.UTF_8));
            add(jar, "OSGI-INF/metatype/radar.xml", metatype);
            add(jar, DEVICE, device());
            if (!migrate.isEmpty()) {
                add(jar, "OSGI-INF/migrate.yaml", migrate.getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(octets.toByteArray());
    }

    private static byte[] device() throws IOException {
        try (InputStream in = TestDriver.class.getClassLoader().getResourceAsStream(DEVICE)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
