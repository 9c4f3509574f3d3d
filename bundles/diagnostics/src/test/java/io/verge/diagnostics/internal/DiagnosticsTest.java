package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.Defaults;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.cm.ConfigurationAdmin;

@Timeout(60)
class DiagnosticsTest {
    private static final ManualClock CLOCK = ManualClock.standing();

    private static Diagnostics start(Path state, DirectStages stages, Object... config) {
        Bundle own = Fakes.proxy(Bundle.class, Map.of("getVersion", Version.valueOf("0.1.0")));
        BundleContext context = Fakes.proxy(
                BundleContext.class,
                Map.of("getProperty", state.toString(), "getBundle", own, "getBundles", new Bundle[] {own}));
        return new Diagnostics(
                Defaults.of(DiagnosticsConfig.class, config),
                context,
                new Parts(CLOCK),
                new Boards(CLOCK),
                CLOCK,
                stages,
                new Fakes.TestLatency(),
                new TestRuntime(),
                Fakes.proxy(ConfigurationAdmin.class, Map.of()));
    }

    private static InetSocketAddress free() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        }
    }

    @Test
    void opensTheDoorWhereItIsToldAndMakesTheBoxItsKey(@TempDir Path state) throws ConnectorException, IOException {
        InetSocketAddress plain = free();
        DirectStages stages = new DirectStages();
        Diagnostics diagnostics = start(state, stages, "port", plain.getPort(), "securePort", 0);
        Laptop laptop = Laptop.plain(plain);
        try {
            assertThat(laptop.get("status").getResponseText()).startsWith("{\"version\":\"0.1.0\"");
            assertThat(state.resolve("coap.key")).exists();
        } finally {
            laptop.close();
            diagnostics.close();
        }
    }

    @Test
    void opensAnOccupiedPortTenSecondsAfterItIsFree(@TempDir Path state) throws ConnectorException, IOException {
        DatagramSocket other = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        InetSocketAddress plain = new InetSocketAddress(InetAddress.getLoopbackAddress(), other.getLocalPort());
        DirectStages stages = new DirectStages();
        Diagnostics diagnostics = start(state, stages, "port", plain.getPort(), "securePort", 0);
        other.close();
        for (int i = 0; i < 50; i++) {
            stages.tick();
        }
        Laptop laptop = Laptop.plain(plain);
        try {
            assertThat(laptop.get("status").isSuccess()).isTrue();
        } finally {
            laptop.close();
            diagnostics.close();
        }
    }

    @Test
    void aKeyThatCannotBeReadKeepsTheDoorClosedAndNothingElse(@TempDir Path state) throws IOException {
        Files.writeString(state.resolve("coap.key"), "nonsense\n");
        DirectStages stages = new DirectStages();
        Diagnostics diagnostics = start(state, stages, "port", 0, "securePort", 0);

        stages.tick();
        diagnostics.close();
    }

    @Test
    void aPortOfZeroIsAClosedDoor() {
        assertThat(Entrances.of(Defaults.of(DiagnosticsConfig.class, "port", 0, "securePort", 0)))
                .isEqualTo(new Entrances(null, null));
    }

    @Test
    void plainCoapIsOnLoopbackOnly() {
        Entrances entrances = Entrances.of(Defaults.of(DiagnosticsConfig.class));

        assertThat(entrances.plain()).matches(address -> address.getAddress().isLoopbackAddress());
        assertThat(entrances.plain()).matches(address -> address.getPort() == 5683);
        assertThat(entrances.secure()).isEqualTo(new InetSocketAddress("0.0.0.0", 5684));
    }
}
