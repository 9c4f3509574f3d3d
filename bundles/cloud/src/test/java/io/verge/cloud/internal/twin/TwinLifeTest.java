package io.verge.cloud.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.testkit.FaultyDisk;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a box, in the end it is what the cloud wants or says why not, and the cloud knows. */
class TwinLifeTest {
    private static final List<String> APPS = List.of("sensor-sharing", "signal-phase", "event-list");

    private FaultyDisk disk = new FaultyDisk(new Random(0));
    private TwinBox box = new TwinBox();
    private Random random = new Random(0);
    private long version;
    private String wish = "{}";
    private boolean wrong;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noWishIsLostAndNoReportGoesBack(int seed) {
        random = new Random(seed);
        disk = new FaultyDisk(random);
        box = new TwinBox(disk);
        for (int step = 0; step < 150; step++) {
            happens(random.nextInt(10));
        }
        quiet();

        assertThat(box.report().desired()).isEqualTo(version);
        assertThat(box.report().status().state()).isEqualTo(wrong ? State.DEGRADED : State.OK);
        assertThat(box.report().applied() == version).isEqualTo(!wrong);
        assertThat(box.cloudsView().get("desired")).isEqualTo(new BigDecimal(version));
        assertThat(Keys.get(box.cloudsView(), "profile.apps")).isEqualTo(box.inForce("apps"));
        assertThat(box.told)
                .extracting(message -> TwinBox.number(message, "version"))
                .isSorted();
    }

    private void happens(int what) {
        switch (what) {
            case 0, 1 -> another();
            case 2 -> box.passes(Duration.ofSeconds(random.nextInt(40)));
            case 3 -> connect();
            case 4 -> box.twin.ended();
            case 5 -> cut();
            case 6 -> disk.free(random.nextBoolean() ? 0 : 1 << 30);
            case 7 -> box.byHand("rate: ", "rate: 1");
            case 8 -> hold();
            default -> box.is("apps.sensor-sharing", random.nextInt(4) == 0 ? State.FAILED : State.OK);
        }
    }

    /** The cloud wants something else; one of four wishes is wrong. */
    private void another() {
        version++;
        wrong = random.nextInt(4) == 0;
        String app = APPS.get(random.nextInt(APPS.size()));
        wish = "{'apps':{'%s':{'%s':%d}}}".formatted(app, wrong ? "bad" : "rate", version);
        box.desired(1, version, wish);
    }

    /** The broker sends what it has kept. */
    private void connect() {
        box.twin.began(random.nextBoolean());
        if (version > 0) {
            box.desired(1, version, wish);
        }
    }

    private void cut() {
        if (random.nextBoolean()) {
            disk.failFrom(1 + random.nextInt(12));
            happens(random.nextInt(5));
        }
        disk.powerCut();
        box.start();
    }

    private void hold() {
        try {
            box.twin.hold("apps.sensor-sharing", Duration.ofMinutes(1 + random.nextInt(600)), "tests");
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).containsAnyOf("on probation", "the profile has no");
        }
    }

    /** All is well again, and time enough goes by. */
    private void quiet() {
        disk.free(1 << 30);
        APPS.forEach(app -> box.is("apps." + app, State.OK));
        if (version == 0) {
            another();
        }
        for (int i = 0; i < 4; i++) {
            connect();
            box.passes(Duration.ofSeconds(31));
        }
        box.passes(Duration.ofHours(11));
        box.passes(Duration.ofSeconds(31));
        if (!wrong && box.report().applied() != version) {
            takenBack();
        }
    }

    /** An app had failed during the probation: the next wish is kept. */
    private void takenBack() {
        assertThat(box.report().status().trouble())
                .extracting(trouble -> trouble.code())
                .isEqualTo("desired-rejected");
        version++;
        box.settled(version, wish);
    }
}
