package io.verge.update.internal.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatesTest {
    private static final long SECOND = 1_000_000_000;

    private final Rates rates = new Rates();
    private final Counting radar = new Counting();
    private long now = 7 * SECOND;

    /** A device that has counted what the test says. */
    private static final class Counting implements Device {
        long frames;

        @Override
        public String id() {
            return "radar-ne";
        }

        @Override
        public DeviceStatus status() {
            return new DeviceStatus(Status.of(State.OK, Instant.EPOCH), null, Map.of("frames", frames), Map.of());
        }
    }

    private void look(int seconds, int framesASecond) {
        for (int i = 0; i < seconds; i++) {
            now += SECOND;
            radar.frames += framesASecond;
            rates.look(List.of(radar), now);
        }
    }

    private double rate() {
        return now().now();
    }

    private Rate now() {
        return requireNonNull(rates.now().get("radar-ne"));
    }

    @Test
    void aRateNeedsAFewSeconds() {
        look(3, 20);
        assertThat(rates.now()).isEmpty();
        look(1, 20);
        assertThat(rate()).isEqualTo(20);
    }

    @Test
    void onlyTheLastSecondsCount() {
        look(60, 20);
        look(16, 5);
        assertThat(rate()).isEqualTo(5);
    }

    @Test
    void aDriverThatWasStartedAnewIsCountedFromThereOn() {
        look(20, 20);
        radar.frames = 0;
        look(2, 20);
        assertThat(rates.now()).isEmpty();
        look(3, 20);
        assertThat(rate()).isEqualTo(20);
    }

    @Test
    void aDeviceThatIsAwayHasNone() {
        look(20, 20);
        rates.look(List.of(), now + SECOND);
        assertThat(rates.now()).isEmpty();
    }

    @Test
    void manyLooksInOneSecondDoNoHarm() {
        for (int i = 0; i < 1_000; i++) {
            now += SECOND / 100;
            radar.frames += i % 5 == 0 ? 1 : 0;
            rates.look(List.of(radar), now);
        }
        assertThat(rate()).isBetween(18.0, 22.0);
    }

    @Test
    void whereTheSecondsBeginMayCostAFrame() {
        look(4, 1);
        assertThat(now().margin()).isEqualTo(1 / 3.0);
        assertThat(now().quiet()).isEqualTo(1 - 1 / 3.0);
    }

    @Test
    void itsQuietTimesOfTheLastTenMinutesAreRemembered() {
        for (int minute = 0; minute < 10; minute++) {
            look(40, 20);
            look(20, 5);
        }
        look(40, 20);
        assertThat(now().quiet()).isBetween(4.9, 5.0);
        look(600, 20);
        assertThat(now().quiet()).isBetween(19.9, 20.0);
    }

    /** Else a driver that gives nothing any more could be put upon a box whose network was away for a moment. */
    @Test
    void oneOutageIsNoQuietTime() {
        look(270, 20);
        look(30, 0);
        look(300, 20);
        assertThat(now().quiet()).isBetween(19.9, 20.0);
    }

    @Test
    void whatADeviceGaveBeforeItsFirstFrameIsNoRateOfIts() {
        look(30, 0);
        assertThat(now().now()).isZero();
        look(30, 20);
        assertThat(now().quiet()).isBetween(19.9, 20.0);
    }
}
