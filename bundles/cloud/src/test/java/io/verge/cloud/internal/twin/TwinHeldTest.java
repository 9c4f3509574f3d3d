package io.verge.cloud.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.TwinReport.Outcome;
import io.verge.api.status.State;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** While an update is on probation nothing is made of what the cloud wishes; afterwards all is. */
class TwinHeldTest {
    private static final String HELD = "2026.12.1 is on probation";
    private static final String RATE_20 = "{'apps':{'sensor-sharing':{'rate':20}}}";
    private static final String RATE_30 = "{'apps':{'sensor-sharing':{'rate':30}}}";
    private static final String RATE = "apps.sensor-sharing.rate";

    private final TwinBox box = new TwinBox();

    private void somethingGoesWrongOnProbation() {
        box.desired(1, 12, "{'perception':{'age':600}}");
        box.profiles.held = HELD;
        box.health.remove("devices.radar-ne");
        box.passes(Duration.ofSeconds(30));
    }

    private void theUpdateEnds() {
        box.profiles.held = "";
        box.passes(Duration.ofSeconds(1));
    }

    @Test
    void theNewestWishWaitsForItsEnd() {
        box.profiles.held = HELD;
        box.desired(1, 12, RATE_20);
        box.desired(1, 13, RATE_30);
        box.passes(Duration.ofMinutes(5));
        assertThat(box.profiles.applied).isEmpty();

        theUpdateEnds();
        box.passes(Duration.ofSeconds(30));

        assertThat(box.profiles.applied).hasSize(1);
        assertThat(box.report().applied()).isEqualTo(13);
    }

    @Test
    void thatItWaitsIsNoRefusal() {
        box.profiles.held = HELD;
        box.desired(1, 12, RATE_20);

        assertThat(box.report().status().state()).isEqualTo(State.OK);
        assertThat(box.audit).noneMatch(line -> line.startsWith("desired-rejected"));
    }

    @Test
    void whatWasAppliedShortlyBeforeIsKeptWhenNobodyIsWorse() {
        box.desired(1, 12, RATE_20);
        box.profiles.held = HELD;
        box.passes(Duration.ofSeconds(30));

        assertThat(box.report().applied()).isEqualTo(12);
    }

    @Test
    void whatSeemsToHarmIsTakenBackAfterwardsOnly() {
        somethingGoesWrongOnProbation();
        assertThat(box.inForce("perception.age")).isEqualTo(new BigDecimal(600));

        theUpdateEnds();

        assertThat(box.profiles.text()).isEqualTo(TwinBox.PROFILE);
    }

    @Test
    void andNotAtAllWhenTheUpdateWasToBlameAndIsGone() {
        somethingGoesWrongOnProbation();
        box.is("devices.radar-ne", State.OK);

        theUpdateEnds();

        assertThat(box.report().applied()).isEqualTo(12);
    }

    @Test
    void aHoldThatEndsMeanwhileGivesWayAfterwards() {
        box.settled(12, RATE_20);
        box.byHand("rate: 20", "rate: 10");
        box.profiles.held = HELD;
        box.passes(Duration.ofHours(9));
        assertThat(box.inForce(RATE)).isEqualTo(new BigDecimal(10));

        theUpdateEnds();

        assertThat(box.inForce(RATE)).isEqualTo(new BigDecimal(20));
    }

    @Test
    void aPowerCutMeanwhileLosesNothingThatTheCloudSaysAgain() {
        box.profiles.held = HELD;
        box.desired(1, 12, RATE_20);

        box.start();
        box.desired(1, 12, RATE_20);
        theUpdateEnds();
        box.passes(Duration.ofSeconds(30));

        assertThat(box.report().applied()).isEqualTo(12);
        assertThat(box.outcome("apps.sensor-sharing")).isEqualTo(Outcome.OK);
    }

    /** Between the question and the answer an update may have been switched to. */
    @Test
    void aProfileThatIsHeldAtTheLastMomentIsAppliedLaterAsWell() {
        box.profiles.heldAtNextApply = HELD;
        box.desired(1, 12, RATE_20);
        assertThat(box.profiles.applied).isEmpty();

        theUpdateEnds();
        box.passes(Duration.ofSeconds(30));

        assertThat(box.report().applied()).isEqualTo(12);
    }
}
