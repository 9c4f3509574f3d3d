package io.verge.diagnostics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.time.ClockQuality;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time by which certificates are judged. */
class SureTimeTest {
    private static final Path FILE = Path.of("/var/coap.time");
    private static final ClockQuality UNSURE = new ClockQuality(ClockQuality.Source.FREE_RUNNING, null);

    private final FaultyDisk disk = new FaultyDisk(new Random(3));
    private final ManualClock clock = ManualClock.standing();
    private final Instant start = clock.now();

    @BeforeEach
    void folder() {
        disk.plant(Path.of("/var/other"), new byte[0]);
    }

    private SureTime time() {
        return new SureTime(disk, FILE, clock);
    }

    @Test
    void aSureClockIsBelieved() {
        assertThat(time().now()).isEqualTo(start);
        assertThat(time().sure()).isTrue();
    }

    @Test
    void afterAPowerCutTheLastSureTimeIsTheEarliest() {
        time().keep();
        disk.powerCut();
        clock.set(Instant.EPOCH);
        clock.quality(UNSURE);

        assertThat(time().now()).isEqualTo(start);
        assertThat(time().sure()).isFalse();
    }

    @Test
    void aClockBehindTheLastSureTimeIsNotSureWhateverItSays() {
        time().keep();
        clock.set(start.minus(Duration.ofDays(1)));

        assertThat(time().now()).isEqualTo(start);
        assertThat(time().sure()).isFalse();
    }

    @Test
    void anUnsureTimeIsNotKept() {
        clock.quality(UNSURE);
        time().keep();

        assertThat(disk.has(FILE)).isFalse();
    }

    @Test
    void aFileThatSaysNothingIsPassedOver() {
        disk.plant(FILE, "yesterday".getBytes(StandardCharsets.US_ASCII));

        assertThat(time().now()).isEqualTo(start);
    }
}
