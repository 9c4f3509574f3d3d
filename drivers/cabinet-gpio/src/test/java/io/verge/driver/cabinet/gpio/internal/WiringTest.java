package io.verge.driver.cabinet.gpio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WiringTest {
    @Test
    void givesContactsTheirPinLevelAndTime() {
        assertThat(of(Usual.class).contacts())
                .containsExactly(
                        new Contact("door", 17, false, Duration.ofMillis(80)),
                        new Contact("mains", 27, true, Duration.ofSeconds(1)));
    }

    @Test
    void givesRelaysTheirPinLevelAndState() {
        assertThat(of(Usual.class).relays())
                .containsExactly(new Relay("beacon", 23, true, true), new Relay("fan", 24, false, false));
    }

    @Test
    void looksSeveralTimesWhileTheQuickestContactSettles() {
        assertThat(of(Usual.class).poll()).isEqualTo(Duration.ofMillis(20));
        assertThat(of(Quick.class).poll()).isEqualTo(Duration.ofMillis(2));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                NoPin.class,
                NoNumber.class,
                Twice.class,
                Far.class,
                Unknown.class,
                UnknownTime.class,
                Shared.class
            })
    void refusesWhatIsWrong(Class<?> configured) {
        assertThatThrownBy(() -> of(configured)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> of(Shared.class)).hasMessage("beacon: pin 17 is that of door already");
    }

    private static Wiring of(Class<?> configured) {
        return Wiring.of(Objects.requireNonNull(configured.getAnnotation(CabinetConfig.class)));
    }

    @CabinetConfig(
            id = "cabinet",
            inputs = {"door=17", "mains=27"},
            activeLow = {"mains", "beacon"},
            debounce = "door=80",
            beacon = 23,
            beaconOn = true,
            fan = 24)
    private static final class Usual {}

    @CabinetConfig(id = "cabinet", inputs = "flash=5", debounce = "flash=0")
    private static final class Quick {}

    @CabinetConfig(id = "cabinet", inputs = "door")
    private static final class NoPin {}

    @CabinetConfig(id = "cabinet", inputs = "door=x")
    private static final class NoNumber {}

    @CabinetConfig(
            id = "cabinet",
            inputs = {"door=17", "door=18"})
    private static final class Twice {}

    @CabinetConfig(id = "cabinet", inputs = "door=1024")
    private static final class Far {}

    @CabinetConfig(id = "cabinet", inputs = "door=17", activeLow = "gate")
    private static final class Unknown {}

    @CabinetConfig(id = "cabinet", inputs = "door=17", debounce = "gate=5")
    private static final class UnknownTime {}

    @CabinetConfig(id = "cabinet", inputs = "door=17", beacon = 17)
    private static final class Shared {}
}
