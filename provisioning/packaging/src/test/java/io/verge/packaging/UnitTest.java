package io.verge.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The unit of systemd. */
class UnitTest {
    private static final Path UNIT = Path.of("src/debian/verge.service");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    /** systemd counts from 0, best, to 10, in tenths here; a service without any hardening has 9.6. */
    @Test
    void itIsExposedByTwentyFiveTenthsAtMost() throws Exception {
        assumeTrue(Files.isExecutable(ANALYZE), "there is no systemd-analyze here");
        Process process = new ProcessBuilder(
                        ANALYZE.toString(), "security", "--offline=true", "--threshold=25", UNIT.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("Overall exposure level for verge.service");
    }

    @Test
    void itsWatchdogLeavesTimeForFourLooks() throws Exception {
        assertThat(Files.readAllLines(UNIT)).contains("Type=notify", "NotifyAccess=all", "WatchdogSec=30");
    }
}
