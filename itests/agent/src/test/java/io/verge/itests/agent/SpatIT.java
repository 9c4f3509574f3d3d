package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.sae.SaeMessages;
import io.verge.messages.sae.j2735.MessageFrame;
import io.verge.messages.sae.j2735.MovementEvent;
import io.verge.messages.sae.j2735.MovementState;
import io.verge.messages.sae.j2735.SPAT;
import io.verge.messages.sae.j2735.TimeChangeDetails;
import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded datagrams of a signal controller in, SPAT on the air out. */
class SpatIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder = Path.of("");

    /** Line 0: phases 2 and 6 are green for 0 to 5 s, phases 4 and 8 red. Line 4: 4 and 8 are yellow. */
    @Test
    void whatTheControllerShowsIsWhatTheRoadHears() throws Exception {
        List<String> packets =
                Files.readAllLines(DataFolder.file("signal/tscbm_carma_streets_ntcip_spat_data.hex.txt"));
        try (DatagramSocket radio = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                DatagramSocket controller = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            radio.setSoTimeout((int) LIMIT.toMillis());
            Home home = Home.ofDemo(folder);
            int listen = freePort();
            Files.writeString(home.profile(), profile(listen, radio.getLocalPort()));
            home.diagnostics("");
            try (Verge agent = Verge.start(home.environment(), "run")) {
                agent.await(line -> line.contains("the profile changed"), LIMIT);
                SPAT first = spatWhile(packets.get(0), controller, listen, radio);
                assertThat(spread(first, 1)).as("0 to 5 s").isBetween(50, 51);
                assertThat(spread(first, 2)).as("5 to 10 s").isBetween(50, 51);
                assertThat(states(first))
                        .containsExactlyInAnyOrderEntriesOf(Map.of(
                                1, "protected-Movement-Allowed",
                                2, "stop-And-Remain",
                                3, "protected-Movement-Allowed",
                                4, "stop-And-Remain"));
                assertThat(states(spatWhile(packets.get(4), controller, listen, radio)))
                        .containsExactlyInAnyOrderEntriesOf(Map.of(
                                1, "stop-And-Remain",
                                2, "protected-clearance",
                                3, "stop-And-Remain",
                                4, "protected-clearance"));
            }
        }
    }

    private static String profile(int listen, int radio) {
        return """
                box: {id: spat, latitude: 30.5, longitude: 114.3, elevation: 21.0}
                map: crossing.geojson
                messages: {set: sae}
                devices:
                  signal: {driver: signal-tscbm, listen: %d, bind: 127.0.0.1, groups: {2: 1, 4: 2, 6: 3, 8: 4}}
                  rsu: {driver: radio-rsu41, address: "127.0.0.1:%d"}
                apps: {signal-phase: {}}
                """
                .formatted(listen, radio);
    }

    /** Sends the packet ten times a second, and takes a SPAT that it must have caused. */
    private static SPAT spatWhile(String packet, DatagramSocket controller, int listen, DatagramSocket radio)
            throws Exception {
        byte[] octets = HexFormat.of().parseHex(packet.strip());
        DatagramPacket datagram = new DatagramPacket(
                octets, octets.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), listen));
        ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
        try {
            Future<?> unused =
                    sender.scheduleAtFixedRate(() -> send(controller, datagram), 0, 100, TimeUnit.MILLISECONDS);
            SPAT last = nextSpat(radio);
            for (int more = 0; more < 20; more++) {
                last = nextSpat(radio);
            }
            return last;
        } finally {
            sender.shutdownNow();
        }
    }

    private static void send(DatagramSocket controller, DatagramPacket packet) {
        try {
            controller.send(packet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, String> states(SPAT spat) {
        Map<Integer, String> states = new TreeMap<>();
        for (MovementState movement : spat.intersections().get(0).states()) {
            MovementEvent now = movement.stateTimeSpeed().get(0);
            if (movement.signalGroup() <= 4) {
                states.put(movement.signalGroup(), now.eventState().toString());
            }
        }
        return states;
    }

    /** The payload of the next Immediate Forward of a SPAT. */
    private static SPAT nextSpat(DatagramSocket radio) throws Exception {
        DatagramPacket datagram = new DatagramPacket(new byte[8192], 8192);
        while (true) {
            radio.receive(datagram);
            String text = new String(datagram.getData(), 0, datagram.getLength(), StandardCharsets.US_ASCII);
            if (text.contains("Type=SPAT\n")) {
                String payload = text.substring(text.indexOf("Payload=") + 8).strip();
                MessageFrame frame =
                        (MessageFrame) SaeMessages.frame().decode(HexFormat.of().parseHex(payload));
                return (SPAT) frame.value();
            }
        }
    }

    /** Tenths of a second between the earliest and the latest end of what a signal group shows. */
    private static int spread(SPAT spat, int group) {
        for (MovementState movement : spat.intersections().get(0).states()) {
            TimeChangeDetails timing = movement.stateTimeSpeed().get(0).timing();
            if (movement.signalGroup() == group && timing != null && timing.maxEndTime() != null) {
                return timing.maxEndTime() - timing.minEndTime();
            }
        }
        throw new AssertionError("signal group " + group + " has no times");
    }

    private static int freePort() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
