package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, as someone runs it who sees Verge for the first time. */
class DemoIT {
    @TempDir
    Path temporary = Path.of("");

    @Test
    void everyFlowIsAliveAndNothingIsLeftBehind() throws Exception {
        Verge.Result demo = Verge.run(options(), "demo", "--seconds", "10");
        assertThat(demo.lines()).as(demo.text()).anyMatch(line -> line.matches("all \\d+ flows were alive"));
        demo.assertEnded(0);
        assertThat(demo.lines()).anyMatch(line -> line.contains("coap://127.0.0.1:5683/status"));
        assertThat(filesBelow(temporary)).isEmpty();
    }

    @Test
    void aSignalLeavesNothingBehindEither() throws Exception {
        try (Verge demo = Verge.start(options(), "demo")) {
            demo.await(line -> line.contains(" devices "), Duration.ofMinutes(2));
            demo.terminate();
            assertThat(demo.exitCode(Duration.ofMinutes(1))).isZero();
            assertThat(filesBelow(temporary)).isEmpty();
        }
    }

    private Map<String, String> options() {
        return Map.of("VERGE_JAVA_OPTIONS", Verge.TIME_TO_STOP + " -Djava.io.tmpdir=" + temporary);
    }

    private static List<Path> filesBelow(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder)).toList();
        }
    }
}
