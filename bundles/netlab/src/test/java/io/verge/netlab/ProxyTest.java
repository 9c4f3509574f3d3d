package io.verge.netlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over loopback, in real time; waits only for octets, and a little for octets that must not come. */
class ProxyTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final InetSocketAddress ANY = new InetSocketAddress(HERE, 0);
    private static final int LONG = 20_000;
    private static final int SHORT = 300;

    private static final Direction QUICK =
            new Direction(1_000_000_000, 0, Duration.ofMillis(2), Duration.ofMillis(1), 1_000_000, Burst.NONE);

    private Echo echo;

    @BeforeEach
    void start() throws IOException {
        echo = new Echo(new ServerSocket(0, 50, HERE));
    }

    @AfterEach
    void end() throws IOException {
        echo.close();
    }

    private static Profile profile(Direction direction, Mischief mischief) {
        return new Profile("T", "", direction, direction, new Outages.None(), mischief);
    }

    private Proxy proxy(Profile profile) throws IOException {
        return Proxy.tcp(ANY, echo.address(), profile, 1, System::nanoTime);
    }

    private static Socket connect(Proxy proxy) throws IOException {
        Socket socket = new Socket(HERE, proxy.address().getPort());
        socket.setSoTimeout(LONG);
        return socket;
    }

    private static void say(Socket socket, int octet) throws IOException {
        socket.getOutputStream().write(octet);
    }

    @Test
    void allOctetsPassInOrderThroughALossyLink() throws Exception {
        Direction lossy = new Direction(
                200_000_000, 0, Duration.ofMillis(1), Duration.ofMillis(1), 100_000, Burst.independent(.002));
        byte[] sent = new byte[1_000_000];
        new Random(1).nextBytes(sent);
        try (Proxy proxy = proxy(profile(lossy, Mischief.NONE));
                Socket socket = connect(proxy)) {
            Thread writer = new Thread(() -> write(socket, sent));
            writer.start();
            assertThat(socket.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
            writer.join();
            assertThat(proxy.report().up().octets()).isEqualTo(sent.length);
            assertThat(proxy.report().up().stalled()).isPositive();
        }
    }

    private static void write(Socket socket, byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anEchoTakesTheRoundTripAtLeast() throws Exception {
        Direction far = new Direction(1_000_000_000, 0, Duration.ofMillis(50), Duration.ZERO, 10_000, Burst.NONE);
        try (Proxy proxy = proxy(profile(far, Mischief.NONE));
                Socket socket = connect(proxy)) {
            long began = System.nanoTime();
            say(socket, 7);
            assertThat(socket.getInputStream().read()).isEqualTo(7);
            assertThat(System.nanoTime() - began)
                    .isGreaterThan(Duration.ofMillis(100).toNanos());
        }
    }

    @Test
    void theEndOfAStreamPasses() throws Exception {
        try (Proxy proxy = proxy(profile(QUICK, Mischief.NONE));
                Socket socket = connect(proxy)) {
            say(socket, 7);
            socket.shutdownOutput();
            assertThat(socket.getInputStream().readAllBytes()).containsExactly(7);
        }
    }

    @Test
    void aForgottenConnectionSwallowsOctetsWithoutAWord() throws Exception {
        try (Proxy proxy = proxy(profile(QUICK, Mischief.NONE));
                Socket socket = connect(proxy)) {
            say(socket, 1);
            assertThat(socket.getInputStream().read()).isEqualTo(1);
            proxy.forget();
            assertThat(proxy.report().connections()).isEqualTo(1);
            say(socket, 2);
            assertSilent(socket);
            try (Socket another = connect(proxy)) {
                say(another, 3);
                assertThat(another.getInputStream().read()).isEqualTo(3);
            }
            assertThat(proxy.report().up().vanished()).isEqualTo(1);
        }
    }

    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(SHORT);
        InputStream in = socket.getInputStream();
        assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(LONG);
    }

    @Test
    void aNatForgetsASilentConnection() throws Exception {
        try (Proxy proxy = proxy(profile(QUICK, Mischief.forgetting(Duration.ofMillis(100))));
                Socket socket = connect(proxy)) {
            say(socket, 1);
            assertThat(socket.getInputStream().read()).isEqualTo(1);
            assertSilent(socket);
            say(socket, 2);
            assertSilent(socket);
        }
    }

    @Test
    void whatWasSentWhileTheLinkWasCutArrivesWhenItIsThereAgain() throws Exception {
        try (Proxy proxy = proxy(profile(QUICK, Mischief.NONE));
                Socket socket = connect(proxy)) {
            say(socket, 1);
            assertThat(socket.getInputStream().read()).isEqualTo(1);
            proxy.cut();
            assertThat(proxy.report().connections()).isEqualTo(1);
            say(socket, 2);
            assertSilent(socket);
            proxy.mend();
            assertThat(socket.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionMadeWhileTheLinkIsCutReachesTheFarSideAfterwards() throws Exception {
        try (Proxy proxy = proxy(profile(QUICK, Mischief.NONE))) {
            proxy.cut();
            try (Socket socket = connect(proxy)) {
                say(socket, 1);
                assertSilent(socket);
                proxy.mend();
                assertThat(socket.getInputStream().read()).isEqualTo(1);
            }
        }
    }

    @Test
    void aResetIsHeardAsOne() throws Exception {
        try (Proxy proxy = proxy(profile(QUICK, Mischief.NONE));
                Socket socket = connect(proxy)) {
            say(socket, 1);
            assertThat(socket.getInputStream().read()).isEqualTo(1);
            proxy.reset();
            InputStream in = socket.getInputStream();
            assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
            assertThat(proxy.report().resets()).isEqualTo(1);
            assertThat(proxy.report().connections()).isZero();
        }
    }

    @Test
    void aHostileNetworkResetsByItself() throws Exception {
        Mischief resets = new Mischief(0, 0, 0, Duration.ofMillis(50), Duration.ZERO);
        try (Proxy proxy = proxy(profile(QUICK, resets));
                Socket socket = connect(proxy)) {
            InputStream in = socket.getInputStream();
            assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aFarSideThatRefusesIsHeardAsAReset() throws Exception {
        echo.close();
        try (Proxy proxy = proxy(profile(QUICK, Mischief.NONE));
                Socket socket = connect(proxy)) {
            InputStream in = socket.getInputStream();
            assertThatThrownBy(in::read).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void datagramsPassBothWays() throws Exception {
        try (DatagramSocket far = new DatagramSocket(ANY);
                DatagramSocket near = new DatagramSocket(ANY);
                Proxy proxy = udp(far, profile(QUICK, Mischief.NONE))) {
            near.send(new DatagramPacket(new byte[] {1, 2}, 2, proxy.address()));
            DatagramPacket question = receive(far);
            assertThat(question.getLength()).isEqualTo(2);
            far.send(new DatagramPacket(new byte[] {3}, 1, question.getSocketAddress()));
            assertThat(receive(near).getData()[0]).isEqualTo((byte) 3);
        }
    }

    @Test
    void aDatagramComesTwiceWhenTheNetworkDoublesAll() throws Exception {
        Mischief doubling = new Mischief(1, 0, 0, Duration.ZERO, Duration.ZERO);
        try (DatagramSocket far = new DatagramSocket(ANY);
                DatagramSocket near = new DatagramSocket(ANY);
                Proxy proxy = udp(far, profile(QUICK, doubling))) {
            near.send(new DatagramPacket(new byte[] {1}, 1, proxy.address()));
            assertThat(receive(far).getData()[0]).isEqualTo((byte) 1);
            assertThat(receive(far).getData()[0]).isEqualTo((byte) 1);
        }
    }

    @Test
    void lostDatagramsAreCounted() throws Exception {
        Direction dead = new Direction(1_000_000_000, 0, Duration.ZERO, Duration.ZERO, 10_000, Burst.independent(1));
        try (DatagramSocket far = new DatagramSocket(ANY);
                DatagramSocket near = new DatagramSocket(ANY);
                Proxy proxy = udp(far, profile(dead, Mischief.NONE))) {
            near.send(new DatagramPacket(new byte[] {1}, 1, proxy.address()));
            far.setSoTimeout(SHORT);
            assertThatThrownBy(() -> far.receive(new DatagramPacket(new byte[8], 8)))
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.report().up().lost()).isEqualTo(1);
        }
    }

    private static Proxy udp(DatagramSocket far, Profile profile) throws IOException {
        return Proxy.udp(ANY, (InetSocketAddress) far.getLocalSocketAddress(), profile, 1, System::nanoTime);
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        socket.setSoTimeout(LONG);
        DatagramPacket packet = new DatagramPacket(new byte[64], 64);
        socket.receive(packet);
        return packet;
    }

    /** Says back what it hears, until it hears the end. */
    private record Echo(ServerSocket server) implements AutoCloseable {
        Echo {
            Thread accept = new Thread(() -> accept(server), "echo");
            accept.setDaemon(true);
            accept.start();
        }

        InetSocketAddress address() {
            return (InetSocketAddress) server.getLocalSocketAddress();
        }

        private static void accept(ServerSocket server) {
            try {
                while (true) {
                    Socket socket = server.accept();
                    Thread talk = new Thread(() -> talk(socket), "talk");
                    talk.setDaemon(true);
                    talk.start();
                }
            } catch (IOException e) {
                // Closed: the test is over.
            }
        }

        private static void talk(Socket socket) {
            try (socket) {
                socket.getInputStream().transferTo(socket.getOutputStream());
            } catch (IOException e) {
                // Reset, as some tests want it.
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
