package io.verge.app.corrections.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.api.app.Need;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.CorrectionsReceived;
import io.verge.api.observation.PositionFix;
import io.verge.api.scene.Scene;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which corrections go on the air, and when. */
class CorrectionsAppTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);

    @CorrectionsConfig(id = "corrections")
    private static final class Default {}

    @CorrectionsConfig(id = "corrections", types = "1005", maxLength = 100)
    private static final class OnlyShort {}

    @CorrectionsConfig(
            id = "corrections",
            types = {"1005", "x", "1077-1074", "4096"})
    private static final class Wrong {}

    private final List<CorrectionsAnnouncement> said = new ArrayList<>();
    private CorrectionsApp app = app(Default.class);

    private static CorrectionsApp app(Class<?> configured) {
        return new CorrectionsApp(Objects.requireNonNull(configured.getAnnotation(CorrectionsConfig.class)));
    }

    private void received(int type, long millis, int length, int mark) {
        ByteBuffer octets = ByteBuffer.allocate(length).put(0, (byte) mark);
        app.observed(new CorrectionsReceived("caster", START.plusMillis(millis), Stamps.NONE, type, octets));
    }

    private void received(int type, long millis) {
        received(type, millis, 30, 0);
    }

    private void scene(long millis) {
        app.onScene(
                new Scene(START.plusMillis(millis), EXACT, List.of(), Map.of(), Set.of(), List.of(), Stamps.NONE),
                announcement -> said.add((CorrectionsAnnouncement) announcement));
    }

    @Test
    void needsASourceOfCorrections() {
        assertThat(app.needs()).containsExactly(Need.CORRECTIONS);
    }

    @Test
    void whatCameIsHandedOnWithTheNextScene() {
        received(1005, 0, 25, 7);
        scene(20);
        assertThat(said).hasSize(1);
        assertThat(said.get(0).message().get(0)).isEqualTo((byte) 7);
        assertThat(said.get(0).time()).isEqualTo(START);
    }

    @Test
    void nothingIsHandedOnTwice() {
        received(1005, 0);
        scene(20);
        scene(2000);
        assertThat(said).hasSize(1);
    }

    @Test
    void ofEachTypeOneASecondIsHandedOn() {
        for (int millis = 0; millis < 5000; millis += 100) {
            received(1077, millis);
            received(1087, millis);
            scene(millis);
        }
        assertThat(said).hasSize(10);
    }

    @Test
    void whatComesOnceASecondWithSomeJitterIsAllHandedOn() {
        int[] jitter = {0, 60, -50, 30, -60, 0, 45, -30, 10, 0};
        for (int millis = 0; millis < 10_000; millis += 20) {
            if (millis % 1000 == 200 + Math.floorDiv(jitter[millis / 1000], 20) * 20) {
                received(1077, millis);
            }
            scene(millis);
        }
        assertThat(said).hasSize(10);
    }

    @Test
    void theNewestGoes() {
        received(1077, 0, 30, 1);
        received(1077, 10, 30, 2);
        scene(20);
        assertThat(said)
                .singleElement()
                .satisfies(one -> assertThat(one.message().get(0)).isEqualTo((byte) 2));
        assertThat(app.counters()).containsEntry("replaced", 1L);
    }

    @Test
    void whatIsOlderThanFiveSecondsIsDropped() {
        received(1005, 0);
        received(1006, 1);
        scene(5001);
        assertThat(said).hasSize(1);
        assertThat(app.counters()).containsEntry("tooOld", 1L);
    }

    @Test
    void whatIsOfATimeToComeIsDropped() {
        received(1005, 6000);
        scene(0);
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1004, 1005, 1006, 1012, 1033, 1074, 1077, 1087, 1097, 1117, 1124, 1127, 1230})
    void whatPositioningNeedsIsHandedOn(int type) {
        received(type, 0);
        scene(0);
        assertThat(said).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001, 1019, 1029, 1128, 4095})
    void otherTypesAreNotHandedOn(int type) {
        received(type, 0);
        scene(0);
        assertThat(said).isEmpty();
        assertThat(app.counters()).containsEntry("unlisted", 1L);
    }

    @Test
    void whatIsTooLongIsNotHandedOn() {
        app = app(OnlyShort.class);
        received(1005, 0, 100, 0);
        scene(0);
        received(1005, 2000, 101, 0);
        scene(2000);
        assertThat(said).hasSize(1);
        assertThat(app.counters()).containsEntry("tooLong", 1L);
    }

    @Test
    void moreThanSixtyFourBetweenTwoScenesAreDroppedAndCounted() {
        for (int i = 0; i < 70; i++) {
            received(1077, 0);
        }
        assertThat(app.counters()).containsEntry("overflows", 6L);
    }

    @Test
    void goesOnWhenTheClockIsSetBack() {
        received(1005, 0);
        scene(0);
        received(1005, -3_600_000);
        scene(-3_600_000);
        assertThat(said).hasSize(2);
    }

    @Test
    void whatIsNoCorrectionIsNotItsBusiness() {
        app.observed(new PositionFix("gnss", START, Stamps.NONE, new Wgs84(30, 114, 0), 1));
        scene(0);
        assertThat(said).isEmpty();
    }

    @Test
    void wrongTypesAreRefusedAllAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> app(Wrong.class))
                .withMessageContaining("'x'")
                .withMessageContaining("'1077-1074'")
                .withMessageContaining("'4096'");
    }
}
