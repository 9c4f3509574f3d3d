package io.verge.cloud.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against brokers that do not do what brokers do. */
@Timeout(60)
class PahoPortTest {
    private static final String CLIENT = "wuhan.port-test";

    private final Heard heard = new Heard();
    private final PahoPort port = new PahoPort(heard);

    static ConnectSettings settings(int port, String client) {
        return new ConnectSettings(
                new Broker(false, "127.0.0.1", port),
                client,
                null,
                null,
                Duration.ofSeconds(60),
                Duration.ofHours(1),
                20,
                1 << 20,
                Outbound.retained("verge/v1/wuhan/box/online", "{\"state\":\"offline\"}"),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                null,
                null);
    }

    private void connect(RawBroker broker) {
        port.connect(settings(broker.port(), CLIENT));
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().contains(CLIENT))
                .toList();
    }

    private static void awaitNoThreads() throws InterruptedException {
        for (Thread thread : threads()) {
            thread.join(5000);
        }
        assertThat(threads()).isEmpty();
    }

    @Test
    void leavesNoThreadOfAClientThatWaitsForConnackForEver() throws Exception {
        CountDownLatch came = new CountDownLatch(1);
        try (RawBroker broker = new RawBroker(socket -> {
            RawBroker.packet(socket);
            came.countDown();
            Thread.currentThread().join();
        })) {
            connect(broker);
            assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();

            port.abandon();

            awaitNoThreads();
            assertThat(heard.events).isEmpty();
        }
    }

    @Test
    void leavesNoThreadOfAClientThatIsStuckInAWrite() throws Exception {
        try (RawBroker broker = new RawBroker(socket -> {
            RawBroker.accept(socket);
            Thread.currentThread().join(); // reads nothing more
        })) {
            connect(broker);
            heard.next(Accepted.class);
            ByteBuffer content = ByteBuffer.allocate(1 << 20);
            for (int token = 1; token <= 30; token++) {
                port.publish(new Outbound("a/b", content, 1, false, null, null, null, java.util.Map.of()), token);
            }

            port.abandon();

            awaitNoThreads();
        }
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        port.connect(settings(free, CLIENT));

        assertThat(heard.next(Ended.class).cause()).containsIgnoringCase("refused");
        awaitNoThreads();
    }

    @Test
    void tellsThatANameIsNotKnown() throws Exception {
        ConnectSettings here = settings(1883, CLIENT);
        port.connect(new ConnectSettings(
                new Broker(false, "no-such-host.invalid", 1883),
                here.client(),
                null,
                null,
                here.keepAlive(),
                here.sessionExpiry(),
                20,
                1 << 20,
                here.will(),
                here.willDelay(),
                here.deadline(),
                null,
                null));

        assertThat(heard.next(Ended.class).cause()).contains("no-such-host.invalid");
    }

    @Test
    void tellsWhyTheBrokerRefusesAndWhereItSendsUs() throws Exception {
        byte[] reference = "other.example:1884".getBytes(StandardCharsets.US_ASCII);
        try (RawBroker broker = new RawBroker(socket -> {
            RawBroker.packet(socket);
            int properties = 3 + reference.length;
            RawBroker.send(socket, 0x20, 3 + properties, 0, 0x9c, properties, 0x1c, 0, reference.length);
            socket.getOutputStream().write(reference);
        })) {
            connect(broker);

            Ended ended = heard.next(Ended.class);
            assertThat(ended.reason()).isEqualTo(0x9c);
            assertThat(ended.reference()).isEqualTo("other.example:1884");
            awaitNoThreads();
        }
    }

    @Test
    void tellsWhyTheBrokerEndsASession() throws Exception {
        try (RawBroker broker = new RawBroker(socket -> {
            RawBroker.accept(socket);
            RawBroker.send(socket, 0xe0, 2, 0x8e, 0);
        })) {
            connect(broker);

            assertThat(heard.next(Ended.class).reason()).isEqualTo(0x8e);
            awaitNoThreads();
        }
    }

    @Test
    void endsWhenTheBrokerClosesInTheMiddleOfAPacket() throws Exception {
        try (RawBroker broker = new RawBroker(socket -> {
            RawBroker.packet(socket);
            RawBroker.send(socket, 0x20, 3, 0);
            socket.close();
        })) {
            connect(broker);

            heard.next(Ended.class);
            awaitNoThreads();
        }
    }

    @Test
    void endsOrIsSilentWhateverGarbageComes() throws Exception {
        Random random = new Random(17);
        for (int round = 0; round < 12; round++) {
            byte[] garbage = new byte[200];
            random.nextBytes(garbage);
            boolean afterConnack = round % 2 == 1;
            Heard one = new Heard();
            PahoPort made = new PahoPort(one);
            try (RawBroker broker = new RawBroker(socket -> spew(socket, garbage, afterConnack))) {
                made.connect(settings(broker.port(), CLIENT));
                one.next(Ended.class);
            }
            made.abandon();
        }
        awaitNoThreads();
    }

    private static void spew(Socket socket, byte[] garbage, boolean afterConnack) throws IOException {
        if (afterConnack) {
            RawBroker.accept(socket);
        } else {
            RawBroker.packet(socket);
        }
        socket.getOutputStream().write(garbage);
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
    }

    @Test
    void hearsEveryOctetAsASignOfLife() throws Exception {
        try (RawBroker broker = new RawBroker(socket -> {
            RawBroker.accept(socket);
            RawBroker.send(socket, 0xd0, 0); // an answer to no ping
            Thread.currentThread().join();
        })) {
            connect(broker);
            heard.next(Accepted.class);
            int before = heard.signs.get();
            assertThat(before).isPositive();
            port.abandon();
        }
    }

    @Test
    void takesWhatTheBrokerSaysOfItsLimits() throws Exception {
        try (RawBroker broker = new RawBroker(socket -> {
            RawBroker.packet(socket);
            // receive maximum 7, maximum packet size 4096, server keep-alive 20
            RawBroker.send(socket, 0x20, 14, 0, 0, 11, 0x21, 0, 7, 0x27, 0, 0, 0x10, 0, 0x13, 0, 20);
            Thread.currentThread().join();
        })) {
            connect(broker);

            Accepted accepted = heard.next(Accepted.class);
            assertThat(accepted.receiveMaximum()).isEqualTo(7);
            assertThat(accepted.maximumPacket()).isEqualTo(4096);
            assertThat(accepted.keepAlive()).isEqualTo(Duration.ofSeconds(20));
            port.abandon();
            awaitNoThreads();
        }
    }

    @Test
    void asksForASignOfLifeWithinTheKeepAliveThatTheBrokerWants() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawBroker broker = new RawBroker(socket -> {
            RawBroker.packet(socket);
            RawBroker.send(socket, 0x20, 6, 0, 0, 3, 0x13, 0, 1); // server keep-alive 1 s
            if ((RawBroker.packet(socket)[0] & 0xff) == 0xc0) {
                asked.countDown();
            }
        })) {
            connect(broker);
            heard.next(Accepted.class);

            boolean came = false;
            for (int times = 0; times < 50 && !came; times++) {
                port.probe();
                came = asked.await(100, TimeUnit.MILLISECONDS);
            }

            assertThat(came).isTrue();
            port.abandon();
        }
    }

    @Test
    void endsTheConnectionWhenThereIsNoRoomForAMessage() throws Exception {
        heard.full = true;
        try (RawBroker broker = new RawBroker(socket -> {
            RawBroker.accept(socket);
            RawBroker.send(socket, 0x32, 8, 0, 1, 'a', 0, 1, 0, '{', '}');
            socket.getInputStream().readAllBytes();
        })) {
            connect(broker);

            heard.next(Ended.class);
        }
    }
}
