package io.verge.cloud.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.log.LogLine;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.itests.contract.Bindings;
import io.verge.itests.contract.Recorder;
import io.verge.testkit.Defaults;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log as the box sends it. */
class LogContractTest {
    private final List<Outbound> sent = new ArrayList<>();

    @Test
    void linesAreAsTheContractSaysToTheEnd() {
        DirectStages stages = new DirectStages();
        List<LogLine> lines = new ArrayList<>();
        LogService service = new LogService(
                Defaults.of(LogConfig.class),
                (after, limit) ->
                        lines.stream().filter(line -> line.number() > after).toList(),
                ManualClock.standing(),
                stages);
        service.carrier = new Recorder(sent);
        service.filters(new Topics("wuhan", "crossing-1"));
        service.want(LogLevel.WARN, Duration.ofMinutes(1));
        lines.add(new LogLine(0, Instant.EPOCH, "WARN", "io.verge", "odd", "java.io.IOException: no"));
        lines.add(new LogLine(1, Instant.EPOCH, "ERROR", "io.verge", "worse", null));
        stages.tick();
        service.want(LogLevel.WARN, Duration.ZERO);
        stages.tick();

        assertThat(sent).hasSize(2).allSatisfy(message -> {
            Bindings.assertSentAs("sayLog", message);
            Bindings.assertContent("log", message);
        });
    }
}
