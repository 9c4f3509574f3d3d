package io.verge.itests.framework;

import io.verge.api.device.Device;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

/** A satellite receiver on a socket, and the driver's instance that is connected to it. */
final class Receivers implements AutoCloseable {
    static final String DRIVER = "io.verge.driver.gnss-nmea";
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String FIX = "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47\r\n";

    private final ServerSocket server;
    private final Configuration configuration;

    private Receivers(ServerSocket server, Configuration configuration) {
        this.server = server;
        this.configuration = configuration;
    }

    /** Configures a driver's instance for a new socket. */
    static Receivers configure(ConfigurationAdmin admin, String id) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        server.setSoTimeout((int) LIMIT.toMillis());
        Configuration configuration = admin.getFactoryConfiguration(DRIVER, id, "?");
        configuration.update(properties(id, server.getLocalPort()));
        return new Receivers(server, configuration);
    }

    private static Dictionary<String, Object> properties(String id, int port) {
        return FrameworkUtil.asDictionary(Map.of("id", id, "port", "tcp://127.0.0.1:" + port));
    }

    /** Waits until the driver has connected. */
    Socket accept() throws IOException {
        return server.accept();
    }

    int port() {
        return server.getLocalPort();
    }

    void reconfigure(String id, int port) throws IOException {
        configuration.update(properties(id, port));
    }

    static void sendFix(Socket driver) throws IOException {
        driver.getOutputStream().write(FIX.getBytes(StandardCharsets.US_ASCII));
        driver.getOutputStream().flush();
    }

    /** Waits for the instance with this name. */
    static Device await(BundleContext context, String id) throws Exception {
        ServiceTracker<Device, Device> tracker = new ServiceTracker<>(
                context, context.createFilter("(&(objectClass=" + Device.class.getName() + ")(id=" + id + "))"), null);
        tracker.open();
        try {
            Device device = tracker.waitForService(LIMIT.toMillis());
            if (device == null) {
                throw new AssertionError("no device " + id + " within " + LIMIT);
            }
            return device;
        } finally {
            tracker.close();
        }
    }

    @Override
    public void close() throws IOException {
        configuration.delete();
        server.close();
    }
}
