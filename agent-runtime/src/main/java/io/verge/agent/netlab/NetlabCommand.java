package io.verge.agent.netlab;

import io.verge.agent.cli.ExitCode;
import io.verge.agent.cli.PrintingCommand;
import io.verge.netlab.Profile;
import io.verge.netlab.Profiles;
import io.verge.netlab.Proxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts a weak network between a program and its peer, until it is told to stop. */
@Command(
        name = "netlab",
        description = {
            "Put a weak network between a program and its peer, and print once a second what passed.",
            "Listens on loopback. The same seed gives the same losses and outages."
        },
        mixinStandardHelpOptions = true)
public final class NetlabCommand extends PrintingCommand {
    private static final int PORTS = 65_535;

    private final LongSupplier nanoTime;

    @Option(names = "--listen", paramLabel = "PORT", description = "Where the program connects; 0 for any port.")
    private int listen = -1;

    @Option(names = "--to", paramLabel = "HOST:PORT", description = "Where its peer is.")
    private String to = "";

    @Option(names = "--udp", description = "Datagrams instead of TCP connections.")
    private boolean udp;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "N3",
            description = "Which network, see --list (default: N3).")
    private String profile = "N3";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all chance (default: 1).")
    private long seed;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description = "End after so many seconds (default: when told to stop).")
    private int seconds;

    @Option(names = "--list", description = "Print the networks and end.")
    private boolean list;

    /**
     * @param nanoTime a clock that never goes back
     */
    public NetlabCommand(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (list) {
            Profiles.all().forEach(each -> out().println(ProfileText.of(each)));
            out().flush();
            return ExitCode.OK;
        }
        Optional<Profile> network = Profiles.named(profile);
        if (network.isEmpty()) {
            throw usage("unknown profile: \"" + profile + "\"; valid: N0 to N10, see --list");
        }
        InetSocketAddress target = target();
        if (listen < 0 || listen > PORTS) {
            throw usage("--listen PORT is missing, or not from 0 to " + PORTS);
        }
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), listen);
        try (Proxy proxy = udp
                ? Proxy.udp(here, target, network.get(), seed, nanoTime)
                : Proxy.tcp(here, target, network.get(), seed, nanoTime)) {
            out().println(ProfileText.of(network.get()));
            out().println("listens on " + proxy.address().getPort() + ", leads to " + to + ", seed " + seed);
            out().flush();
            watch(proxy);
            return ExitCode.OK;
        } catch (IOException e) {
            err().println("error: port " + listen + ": " + e.getMessage());
            return ExitCode.UNAVAILABLE;
        }
    }

    /** A signal ends the process by itself; closing is enough for what stands. */
    private void watch(Proxy proxy) throws IOException, InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> end(stop, proxy), "stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        ReportText text = new ReportText();
        for (int i = 0; seconds == 0 || i < seconds; i++) {
            if (stop.await(1, TimeUnit.SECONDS)) {
                return;
            }
            out().println(text.line(proxy.report()));
            out().flush();
        }
        Runtime.getRuntime().removeShutdownHook(onSignal);
    }

    /** The exit code of a process that a signal ends would be the signal's; a clean stop is a success. */
    private void end(CountDownLatch stop, Proxy proxy) {
        stop.countDown();
        proxy.close();
        out().flush();
        Runtime.getRuntime().halt(ExitCode.OK);
    }

    private InetSocketAddress target() {
        int colon = to.lastIndexOf(':');
        try {
            int port = Integer.parseInt(to.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= PORTS) {
                return new InetSocketAddress(to.substring(0, colon), port);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw usage("--to HOST:PORT is missing or wrong: \"" + to + "\"");
    }
}
