package io.verge.cloud.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.cloud.TwinReport.Outcome;
import io.verge.api.status.State;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwinHoldTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TwinBox box = new TwinBox();

    @Test
    void whatIsHeldStaysAsItIsUntilItIsReleased() {
        box.twin.hold("apps.sensor-sharing", HOUR, "tests at the crossing");
        box.settled(12, "{'apps':{'sensor-sharing':{'rate':20}}}");
        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(10));
        assertThat(box.key("apps.sensor-sharing").why()).isEqualTo("tests at the crossing");
        assertThat(box.key("apps.sensor-sharing").until())
                .isEqualTo(box.clock.now().minusSeconds(31).plus(HOUR));

        box.twin.release("apps.sensor-sharing");
        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(20));
    }

    @Test
    void aHoldSurvivesARestart() {
        box.settled(12, "{'apps':{'sensor-sharing':{'rate':20}}}");
        box.twin.hold("apps.sensor-sharing", HOUR, "tests");
        box.start();
        box.settled(13, "{'apps':{'sensor-sharing':{'rate':30}}}");

        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(20));
    }

    @Test
    void aHoldMayBeOfOneAttribute() {
        box.twin.hold("devices.rsu.power", HOUR, "licence");
        box.settled(12, "{'devices':{'rsu':{'driver':'radio-rsu41','power':33,'address':'10.0.0.9:1516'}}}");

        assertThat(box.inForce("devices.rsu.power")).isEqualTo(new BigDecimal(20));
        assertThat(box.inForce("devices.rsu.address")).isEqualTo("10.0.0.9:1516");
        assertThat(box.outcome("devices.rsu")).isEqualTo(Outcome.OVERRIDDEN);
    }

    @Test
    void anAppThatWasTakenOutAtTheBoxStaysOut() {
        box.settled(12, "{'apps':{'sensor-sharing':{'rate':20}}}");
        Object apps = box.inForce("apps");
        assertThat(apps).isNotNull();
        box.byHand("  sensor-sharing:\n    rate: 20\n", "");
        box.twin.began(true);
        box.settled(13, "{'apps':{'sensor-sharing':{'rate':30}}}");

        assertThat(box.inForce("apps.sensor-sharing")).isNull();
        assertThat(box.outcome("apps.sensor-sharing")).isEqualTo(Outcome.OVERRIDDEN);
    }

    @Test
    void whatComesBackAfterAHoldIsTriedAndLeftOutWhenItMakesThingsWorse() {
        box.twin.hold("apps.sensor-sharing", HOUR, "tests");
        box.settled(12, "{'apps':{'sensor-sharing':{'rate':20}}}");
        box.passes(HOUR);
        assertThat(box.outcome("apps.sensor-sharing")).isEqualTo(Outcome.PENDING);
        box.is("apps.sensor-sharing", State.FAILED);
        box.passes(Duration.ofSeconds(30));
        box.passes(Duration.ofMinutes(10));

        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(10));
        assertThat(box.outcome("apps.sensor-sharing")).isEqualTo(Outcome.REJECTED);
        assertThat(box.profiles.applied).as("tried once, taken back once").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "devices.signal, true",
        "devices.signal.listen, true",
        "devices.rsu, true",
        "devices.rsu.power, true",
        "devices.rsu.address, false",
        "devices.radar-ne, false",
        "devices, true",
        "apps, true",
        "apps.signal-phase, true",
        "apps.signal-phase.enabled, true",
        "apps.sensor-sharing.rate, false",
        "perception, false"
    })
    void safetyIsTheSignalThePowerOfRadiosAndWhetherAppsRun(String key, boolean safety) {
        assertThat(SafetyKeys.contains(Effective.read(TwinBox.PROFILE), key)).isEqualTo(safety);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "apps.", "apps..x", "a b", "../x", "a.b.c.d.e.f.g", "no-such-section", "box.id", "cloud"
            })
    void refusesAKeyThatNamesNothingHere(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> box.twin.hold(key, HOUR, "tests"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 7 * 24 * 3600 + 1})
    void refusesATimeOutOfItsRange(long seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> box.twin.hold("apps.signal-phase", Duration.ofSeconds(seconds), "tests"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void refusesAReasonThatSaysNothing(String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> box.twin.hold("apps.signal-phase", HOUR, reason));
    }

    @Test
    void inCentralModeNothingIsHeld() {
        box.twin.hold("apps.signal-phase", HOUR, "tests");
        box.central = true;
        box.passes(Duration.ofSeconds(1));

        assertThat(box.report().keys()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> box.twin.hold("apps.signal-phase", HOUR, "tests"));
    }
}
