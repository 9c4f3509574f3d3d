package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.verge.api.time.Latency;
import io.verge.api.time.LatencyReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyMeterTest {
    private final LatencyMeter meter = new LatencyMeter();

    private LatencyReport only() {
        assertThat(meter.reports()).hasSize(1);
        return meter.reports().get(0);
    }

    @Test
    void figuresAreWithinOnePercent() {
        for (int i = 1; i <= 1_000; i++) {
            meter.record("sent", i * 10_000L);
        }

        LatencyReport report = only();
        assertThat(report.count()).isEqualTo(1_000);
        assertThat(report.p50Nanos()).isCloseTo(5_000_000, withinPercentage(1));
        assertThat(report.p99Nanos()).isCloseTo(9_900_000, withinPercentage(1));
        assertThat(report.maxNanos()).isCloseTo(10_000_000, withinPercentage(1));
    }

    @Test
    void figuresAreThoseSinceTheAgentWasStarted() {
        meter.record("sent", 1_000_000);
        assertThat(only().count()).isEqualTo(1);
        meter.record("sent", 2_000_000);

        assertThat(only().count()).isEqualTo(2);
        assertThat(only().maxNanos()).isCloseTo(2_000_000, withinPercentage(1));
    }

    @Test
    void hopsComeInTheOrderOfTheWayAndTheTotalLast() {
        meter.record(Latency.TOTAL, 1);
        meter.record("sent", 1);
        meter.record("decoded", 1);
        meter.record("fused", 1);

        assertThat(meter.reports())
                .extracting(LatencyReport::hop)
                .containsExactly("decoded", "fused", "sent", Latency.TOTAL);
    }

    @Test
    void aNegativeTimeIsNone() {
        meter.record("fused", -5);

        assertThat(only().maxNanos()).isZero();
    }

    @Test
    void whatTakesLongerThanTenSecondsCountsAsTenSeconds() {
        meter.record("fused", Duration.ofDays(400).toNanos());

        assertThat(only().maxNanos()).isCloseTo(10_000_000_000L, withinPercentage(1));
    }

    @Test
    void aHopThatDoesNotExistIsAMistake() {
        assertThatThrownBy(() -> meter.record("SENT", 1)).hasMessage("no such hop: SENT");
    }
}
