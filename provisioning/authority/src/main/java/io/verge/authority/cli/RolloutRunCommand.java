package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.rollout.RolloutLoop;
import io.verge.authority.rollout.StatusTable;
import io.verge.authority.rollout.fleet.TwinFleet;
import io.verge.authority.rollout.run.RolloutState;
import io.verge.authority.rollout.run.Run;
import io.verge.authority.rollout.run.RunFile;
import io.verge.mqtt.BrokerAccess;
import io.verge.mqtt.LoginOptions;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does a roll-out. */
@Command(
        name = "run",
        description = {
            "Go on with the roll-out in FILE, until it is finished, stopped or cancelled. One at a time.",
            "It may be ended at any time; the next 'run' goes on. Ends with 0 when it is finished, else with 1.",
            "Boxes are asked by their twin over a broker, or through a hawkBit server; always the same way in one"
                    + " roll-out."
        })
final class RolloutRunCommand extends ToolCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Parameters(index = "0", paramLabel = "FILE", description = "As 'rollout plan' made it.")
    private Path file = Path.of("");

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Where where = new Where();

    @Mixin
    private LoginOptions login = new LoginOptions();

    @Mixin
    private HawkbitOptions hawkbit = new HawkbitOptions();

    @Option(
            names = "--client",
            paramLabel = "ID",
            description = "MQTT client id; the same each time. Default: made of the name of FILE.")
    private @Nullable String client;

    /** One of the two. */
    private static final class Where {
        @Option(
                names = "--broker",
                paramLabel = "URL",
                description = "Ask boxes by their twin: mqtt://HOST:PORT or mqtts://HOST:PORT")
        private @Nullable String broker;

        @Option(
                names = "--hawkbit",
                paramLabel = "URL",
                description = "Ask boxes through hawkBit: https://HOST:PORT, or http://localhost:PORT")
        private @Nullable URI hawkbit;
    }

    RolloutRunCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        RunFile run = new RunFile(tool().disk(), file);
        try {
            return go(new RolloutLoop(run, way(run), tool().clock(), this::sayNow));
        } catch (IllegalArgumentException e) {
            throw misuse(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("it was interrupted; go on by 'rollout run'", e);
        }
    }

    private int go(RolloutLoop loop) throws IOException, InterruptedException {
        Run run = loop.run();
        StatusTable.of(run, now()).forEach(this::say);
        return run.state() == RolloutState.FINISHED ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private RolloutLoop.Way way(RunFile run) throws IOException, RefusedException, TrustException {
        if (where.hawkbit != null) {
            return hawkbit.way(where.hawkbit, login.tls(), run.read().release(), tool());
        }
        BrokerAccess access = login.broker(String.valueOf(where.broker));
        String id = client == null ? "verge-rollout-" + file.getFileName() : client;
        return planned -> TwinFleet.open(access, id, PATIENCE, planned.boxes().keySet(), tool().clock());
    }
}
