package io.verge.ingest;

import io.verge.ingest.internal.session.ConsumerSettings;
import io.verge.mqtt.BrokerOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code verge-ingest}. */
@Command(
        name = "verge-ingest",
        description = {
            "Takes the records of boxes from an MQTT 5 broker and keeps each once in a database.",
            "Prints once a second what came. Several instances of one consumer share the load; each needs an"
                    + " --instance of its own."
        },
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(
            names = "--database",
            required = true,
            paramLabel = "URL",
            description = "jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=…")
    private String database = "";

    @Option(
            names = "--tenant",
            defaultValue = "demo",
            paramLabel = "T",
            description = "may be given several times; default: demo")
    private List<String> tenants = List.of();

    @Option(names = "--consumer", defaultValue = "ingest", description = "its name as boxes know it; default: ingest")
    private String consumer = "";

    @Option(names = "--instance", defaultValue = "1", description = "tells instances of one consumer apart; default: 1")
    private String instance = "";

    @Option(
            names = "--session-expiry",
            defaultValue = "PT1H",
            description = "so long the broker keeps what comes while this instance is away; default: PT1H")
    private Duration sessionExpiry = Duration.ZERO;

    @Option(
            names = "--receive-maximum",
            defaultValue = "512",
            description = "messages unacknowledged at once; default: 512")
    private int receiveMaximum;

    @Option(names = "--quiet", description = "prints nothing but the counts at the end")
    private boolean quiet;

    Main() {}

    /** Runs until it is told to end, by SIGTERM or SIGINT. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(told, ended), "end"));
        PrintWriter out = spec.commandLine().getOut();
        Ingest ingest = ingest();
        try {
            while (!told.await(1, TimeUnit.SECONDS)) {
                print(ingest, out);
            }
        } finally {
            ingest.close();
            print(ingest, out);
            out.println(ingest.counts());
            out.flush();
            ended.countDown();
        }
        return 0;
    }

    private Ingest ingest() {
        try {
            return Ingest.start(tenants.stream().map(this::settings).toList(), database, InstantSource.system());
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ConsumerSettings settings(String tenant) {
        return new ConsumerSettings(broker.access(), tenant, consumer, instance, sessionExpiry, receiveMaximum);
    }

    private void print(Ingest ingest, PrintWriter out) {
        List<String> news = ingest.news();
        if (!quiet) {
            news.forEach(out::println);
            out.flush();
        }
    }

    private static void end(CountDownLatch told, CountDownLatch ended) {
        told.countDown();
        try {
            if (!ended.await(30, TimeUnit.SECONDS)) {
                System.err.println("it did not end in 30 s; what is not acknowledged comes again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
