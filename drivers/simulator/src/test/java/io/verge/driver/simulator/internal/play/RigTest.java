package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.device.Counters;
import io.verge.driver.simulator.internal.world.Incidents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RigTest {
    private static final String PLACE = "port 0, east 22, north 22, up 6, azimuth 225";

    private static final Languages SILENCE = new Languages(Optional::empty, Optional::empty);

    private final Counters counters = new Counters();

    @Test
    void aRadarSendsTwentyPacketsASecond() throws IOException {
        try (Rig rig = rig(0, 0);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), radarPort(rig))) {
            while (counters.counter("clients").get() == 0) {
                rig.tick(Instant.EPOCH);
            }
            long before = counters.counter("sent.radar").get();
            second(rig);
            assertThat(counters.counter("sent.radar").get() - before).isEqualTo(20);
            assertThat(client.getInputStream().readNBytes(8)).containsExactly(2, 1, 4, 3, 6, 5, 8, 7);
        }
    }

    @Test
    void aRadarSeesTheTraffic() throws IOException {
        try (Rig rig = rig(0, 0);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), radarPort(rig))) {
            while (counters.counter("sent.radar").get() == 0) {
                rig.tick(Instant.EPOCH);
            }
            ByteBuffer header = ByteBuffer.wrap(client.getInputStream().readNBytes(40));
            assertThat(header.order(ByteOrder.LITTLE_ENDIAN).getInt(28)).isGreaterThan(5);
        }
    }

    @Test
    void datagramsComeAtTheirRates() throws IOException {
        try (DatagramChannel listener =
                        DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Rig rig = rig(listener.socket().getLocalPort(), 0)) {
            second(rig);
            assertThat(counters.snapshot()).containsEntry("sent.signal", 10L).containsEntry("sent.must", 30L);
        }
    }

    @Test
    void theWorldMovesTwentyTimesASecond() throws IOException {
        try (Rig rig = rig(0, 0)) {
            assertThat(second(rig)).isEqualTo(20);
        }
    }

    @Test
    void whenOnePortIsTakenTheOthersAreGivenBack() throws IOException {
        try (DatagramChannel taken =
                DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int port = freePort();
            Settings settings = settings(
                    "port " + port + ", east 22, north 22, up 6, azimuth 225",
                    0,
                    taken.socket().getLocalPort());
            assertThatThrownBy(() -> open(settings)).hasMessageContaining("UDP port");
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int second(Rig rig) throws IOException {
        int steps = 0;
        for (int tick = 0; tick < Rig.TICKS; tick++) {
            steps += rig.tick(Instant.EPOCH) ? 1 : 0;
        }
        return steps;
    }

    private static int radarPort(Rig rig) {
        String address = rig.addresses().get(0);
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private Rig rig(int port, int rsuPort) throws IOException {
        return open(settings(PLACE, port, rsuPort));
    }

    private Rig open(Settings settings) throws IOException {
        return Rig.open(settings, new SiteFrame(new Wgs84(30.5, 114.3, 21)), SILENCE, counters);
    }

    private static Settings settings(String radar, int port, int rsuPort) {
        List<Placement> must = port == 0
                ? List.of()
                : List.of(Placement.parse("must", "m=port " + port + ", east 0, north 0, up 5, azimuth 0"));
        return new Settings(
                1,
                24,
                12,
                Incidents.NONE,
                0,
                List.of(Placement.parse("radars", "ne=" + radar)),
                List.of(),
                must,
                0.3,
                new Ports(port, 0, rsuPort, 0, 0));
    }
}
