package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.californium.core.CoapObserveRelation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a resource shows at each change, one line of JSON each, until told to stop. */
@Command(
        name = "watch",
        description = "Follow the scene, the messages on the air or the signals, one line of JSON each.",
        mixinStandardHelpOptions = true)
public final class WatchCommand extends RemoteCommand {
    /** What can be watched. */
    enum What {
        scene,
        messages,
        signals
    }

    @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    private What what = What.scene;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description = "End after so many seconds (default: when told to stop).")
    private int seconds;

    @Override
    int run(AgentClient client) throws RemoteException, InterruptedException {
        return what == What.messages
                ? follow(client, "messages/recent", new Numbered(this::print), seconds)
                : follow(client, what.name(), octets -> print(new String(octets, StandardCharsets.UTF_8)), seconds);
    }

    private void print(String line) {
        out().println(line);
        out().flush();
    }

    static int follow(AgentClient client, String path, Consumer<byte[]> each, int seconds)
            throws RemoteException, InterruptedException {
        CompletableFuture<String> failed = new CompletableFuture<>();
        CoapObserveRelation relation = client.observe(path, each, failed::complete);
        try {
            String failure = seconds > 0 ? failed.get(seconds, TimeUnit.SECONDS) : failed.get();
            throw new RemoteException(failure);
        } catch (TimeoutException e) {
            relation.reactiveCancel();
            return ExitCode.OK;
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it exceptionally", e);
        }
    }

    /** Prints each numbered object of a growing list once. */
    static final class Numbered implements Consumer<byte[]> {
        private final Consumer<String> print;
        private long last = -1;

        Numbered(Consumer<String> print) {
            this.print = print;
        }

        @Override
        public void accept(byte[] octets) {
            try {
                for (Map<String, Object> one : Text.list(Text.parse(octets))) {
                    long number = one.get("number") instanceof Number n ? n.longValue() : -1;
                    if (number > last) {
                        last = number;
                        print.accept(Text.json(one));
                    }
                }
            } catch (RemoteException e) {
                print.accept("# " + e.getMessage());
            }
        }
    }
}
