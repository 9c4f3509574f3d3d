package io.verge.itests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.BundleReport;
import io.verge.api.bundle.Bundles;
import io.verge.api.device.Device;
import io.verge.profile.Profiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** That one of two receivers tries a new version of their driver while the other runs on, and what becomes of both then. */
class SideBySideTest {
    private static final String KIND = "gnss-nmea";

    @InjectBundleContext
    BundleContext context;

    @InjectService
    Bundles bundles;

    @InjectService
    Profiles profiles;

    private ServerSocket east;
    private ServerSocket north;
    private Socket eastern;
    private Socket northern;
    private String old;
    private String next;

    @BeforeEach
    void bothHaveTheOldVersion() throws Exception {
        east = server();
        north = server();
        Bundle driver = DriverVersions.installed(context);
        Version version = driver.getVersion();
        old = version.toString();
        next = new Version(version.getMajor(), version.getMinor() + 1, 0).toString();
        apply(KIND);
        eastern = east.accept();
        northern = north.accept();
        bundles.installBeside(DriverVersions.of(driver, next));
    }

    @AfterEach
    void close() throws IOException, BundleRefusedException {
        profiles.apply(bytes("box: {id: crossing, latitude: 30.5, longitude: 114.3}\n"));
        for (BundleReport report : versions()) {
            if (report.origin().equals("beside")) {
                bundles.uninstall(report.name() + "@" + report.version());
            }
        }
        east.close();
        north.close();
        eastern.close();
        northern.close();
    }

    private static ServerSocket server() throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        server.setSoTimeout((int) Receivers.LIMIT.toMillis());
        return server;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void apply(String driverOfEast) {
        String device = "  %s: {driver: %s, port: \"tcp://127.0.0.1:%d\"}\n";
        String profile = "box: {id: crossing, latitude: 30.5, longitude: 114.3}\ndevices:\n"
                + device.formatted("east", driverOfEast, east.getLocalPort())
                + device.formatted("north", KIND, north.getLocalPort());
        assertThat(profiles.apply(bytes(profile)).problems()).isEmpty();
    }

    private List<BundleReport> versions() {
        return bundles.list().stream()
                .filter(report -> report.name().equals(Receivers.DRIVER))
                .toList();
    }

    /** The version of the driver that a device is from. */
    private String versionOf(String device) throws Exception {
        Device unused = Receivers.await(context, device);
        return references(device).iterator().next().getBundle().getVersion().toString();
    }

    private Collection<ServiceReference<Device>> references(String device) throws InvalidSyntaxException {
        Collection<ServiceReference<Device>> found = context.getServiceReferences(Device.class, "(id=" + device + ")");
        assertThat(found).hasSize(1);
        return found;
    }

    private void pinEast() throws Exception {
        apply(KIND + "@" + next);
        assertThat(eastern.getInputStream().read()).isEqualTo(-1);
        eastern.close();
        eastern = east.accept();
        assertThat(versionOf("east")).isEqualTo(next);
    }

    @Test
    void oneDeviceTriesTheNewVersionAndTheOtherIsNotTouched() throws Exception {
        Device untouched = Receivers.await(context, "north");

        pinEast();

        assertThat(Receivers.await(context, "north")).isSameAs(untouched);
        assertThat(versionOf("north")).isEqualTo(old);
    }

    @Test
    void whenTheNewVersionIsDroppedItsDeviceIsBackWithTheOldOne() throws Exception {
        pinEast();
        Device untouched = Receivers.await(context, "north");

        bundles.uninstall(Receivers.DRIVER + "@" + next);

        assertThat(eastern.getInputStream().read()).isEqualTo(-1);
        eastern.close();
        eastern = east.accept();
        assertThat(versionOf("east")).isEqualTo(old);
        assertThat(Receivers.await(context, "north")).isSameAs(untouched);
    }

    @Test
    void whenTheNewVersionIsPromotedAllHaveIt() throws Exception {
        pinEast();

        bundles.promote(Receivers.DRIVER + "@" + next);

        assertThat(northern.getInputStream().read()).isEqualTo(-1);
        northern.close();
        eastern.close();
        northern = north.accept();
        eastern = east.accept();
        assertThat(versionOf("north")).isEqualTo(next);
        assertThat(versionOf("east")).isEqualTo(next);
        assertThat(versions()).extracting(BundleReport::version).containsExactly(next);
    }
}
