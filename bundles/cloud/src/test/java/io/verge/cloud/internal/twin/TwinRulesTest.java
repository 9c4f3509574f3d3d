package io.verge.cloud.internal.twin;

import static io.verge.cloud.internal.twin.TwinBox.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.TwinReport.Outcome;
import io.verge.api.status.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The numbered rules of the twin, one test each and one for each half of those that have several. */
class TwinRulesTest {
    private static final String RATE_20 = "{'apps':{'sensor-sharing':{'rate':20}}}";
    private static final String RATE_30 = "{'apps':{'sensor-sharing':{'rate':30}}}";

    private final TwinBox box = new TwinBox();

    @Test
    void rule1aTheSameVersionTwiceCallsNothing() {
        box.settled(12, RATE_20);
        box.desired(1, 12, RATE_30);
        box.passes(Duration.ofMinutes(1));

        assertThat(box.profiles.applied).hasSize(1);
        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(20));
    }

    @Test
    void rule1bAnOlderVersionThanThePersistedOneIsPassedOverAfterARestartToo() {
        box.settled(12, RATE_20);
        box.start();
        box.desired(1, 11, RATE_30);

        assertThat(box.profiles.applied).hasSize(1);
        assertThat(box.report().applied()).isEqualTo(12);
    }

    @Test
    void rule1cAnotherEpochBeginsVersionsAnew() {
        box.settled(12, RATE_20);
        box.desired(2, 1, RATE_30);
        box.passes(Duration.ofSeconds(31));

        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(30));
        assertThat(box.report().epoch()).isEqualTo(2);
        assertThat(box.report().applied()).isEqualTo(1);
    }

    @Test
    void rule2aReportsAreMergePatchesOnABase() {
        box.twin.began(true);
        box.settled(12, RATE_20);
        box.arrived();

        assertThat(box.told).hasSizeGreaterThan(2);
        for (int i = 1; i < box.told.size(); i++) {
            assertThat(box.told.get(i)).containsEntry("full", false);
            assertThat(number(box.told.get(i), "base")).isEqualTo(number(box.told.get(i - 1), "version"));
        }
        assertThat(box.cloudsView().get("applied")).isEqualTo(new BigDecimal(12));
    }

    @Test
    void rule2bAllIsReportedOnRequestAndDaily() {
        box.twin.began(true);
        box.told.clear();

        box.twin.reportAll();
        box.passes(Duration.ofHours(25));

        assertThat(box.told).hasSize(2).allSatisfy(message -> assertThat(message)
                .containsEntry("full", true));
    }

    @Test
    void rule3WhatIsToBeChangedIsFoundOnTheBox() {
        box.settled(12, "{'apps':{'sensor-sharing':{'rate':10},'signal-phase':{}}}");

        assertThat(box.profiles.applied).as("all of it is so already").isEmpty();
        assertThat(box.outcome("apps.sensor-sharing")).isEqualTo(Outcome.OK);
    }

    @Test
    void rule4aEveryKeySaysWhichVersionCausedIt() {
        box.desired(1, 12, RATE_20);
        assertThat(box.outcome("apps.sensor-sharing")).isEqualTo(Outcome.PENDING);

        box.passes(Duration.ofSeconds(31));
        assertThat(box.outcome("apps.sensor-sharing")).isEqualTo(Outcome.OK);
        assertThat(box.key("apps.sensor-sharing").desired()).isEqualTo(12);
    }

    @Test
    void rule4bARejectedDocumentIsAStateAndNoLoopOfTrying() {
        box.desired(1, 12, "{'apps':{'sensor-sharing':{'bad':1}}}");
        for (int i = 0; i < 100; i++) {
            box.desired(1, 12, "{'apps':{'sensor-sharing':{'bad':1}}}");
            box.passes(Duration.ofMinutes(1));
        }

        assertThat(box.profiles.applied).isEmpty();
        assertThat(box.outcome("apps.sensor-sharing")).isEqualTo(Outcome.REJECTED);
        assertThat(box.key("apps.sensor-sharing").why()).contains("apps.sensor-sharing.bad: is not known");
        assertThat(box.audit)
                .filteredOn(line -> line.startsWith("desired-rejected"))
                .hasSize(1);
    }

    @Test
    void rule5aASafetyKeyChangedOnTheBoxWinsUntilItsTimeIsOver() {
        box.settled(12, "{'devices':{'signal':{'driver':'signal-tscbm','listen':7000}}}");
        box.byHand("listen: 7000", "listen: 8000");
        box.twin.began(false);
        box.settled(13, "{'devices':{'signal':{'driver':'signal-tscbm','listen':9000}}}");

        assertThat(box.inForce("devices.signal.listen")).isEqualTo(new BigDecimal(8000));
        assertThat(box.outcome("devices.signal")).isEqualTo(Outcome.OVERRIDDEN);

        box.passes(Duration.ofHours(8));
        assertThat(box.inForce("devices.signal.listen")).isEqualTo(new BigDecimal(9000));
    }

    @Test
    void rule5bForEverythingElseTheCloudWinsWhenItIsBack() {
        box.settled(12, "{'perception':{'age':600}}");
        box.byHand("age: 600", "age: 700");
        assertThat(box.outcome("perception")).isEqualTo(Outcome.OVERRIDDEN);

        box.twin.began(true);
        assertThat(box.inForce("perception.age")).isEqualTo(new BigDecimal(600));
    }

    @Test
    void rule5cBothAreAudited() {
        box.settled(12, "{'perception':{'age':600}}");
        box.byHand("age: 600", "age: 700");
        box.twin.began(true);

        assertThat(box.audit)
                .anyMatch(line -> line.startsWith("hold {key=perception"))
                .anyMatch(line -> line.startsWith("release {key=perception") && line.contains("the cloud is back"));
    }

    @Test
    void rule6aNothingOfADocumentIsAppliedWhenOnePartIsWrong() {
        box.settled(12, "{'apps':{'sensor-sharing':{'rate':20}},'perception':{'bad':1}}");

        assertThat(box.profiles.text()).isEqualTo(TwinBox.PROFILE);
        assertThat(box.report().applied()).isZero();
    }

    @Test
    void rule6bWhoIsWorseAfterThirtySecondsBringsBackTheLastGoodProfile() {
        box.desired(1, 12, RATE_20);
        box.is("apps.sensor-sharing", State.DEGRADED);
        box.passes(Duration.ofSeconds(29));
        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(20));

        box.passes(Duration.ofSeconds(1));
        assertThat(box.profiles.text()).isEqualTo(TwinBox.PROFILE);
        assertThat(box.key("apps.sensor-sharing").why())
                .isEqualTo("after 30 s apps.sensor-sharing is DEGRADED: it is DEGRADED; it was OK before");
    }

    @Test
    void rule6cTheLastGoodProfileSurvivesAPowerCut() {
        box.settled(12, RATE_20);
        box.desired(1, 13, RATE_30);
        box.start();
        box.is("apps.sensor-sharing", State.FAILED);
        box.passes(Duration.ofSeconds(31));

        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(20));
        assertThat(box.report().applied()).isEqualTo(12);
        assertThat(box.report().desired()).isEqualTo(13);
    }

    @Test
    void rule7aADocumentOfMoreThan64KibIsRefused() {
        box.desired(1, 12, "{'apps':{'sensor-sharing':{'text':'" + "x".repeat(64 * 1024) + "'}}}");

        assertThat(box.profiles.applied).isEmpty();
        assertThat(box.trouble().cause()).contains("at most 65536 octets");
    }

    @Test
    void rule7bADocumentOfMoreThanSixKeysBelowTheProfileIsRefused() {
        box.desired(1, 12, "{'a':{'b':{'c':{'d':{'e':{'f':{}}}}}}}");
        assertThat(box.trouble().cause()).contains("nested more than");

        box.desired(1, 12, "{'perception':{'b':{'c':{'d':{'e':{'f':1}}}}}}");
        assertThat(box.outcome("perception")).isEqualTo(Outcome.PENDING);
    }

    @Test
    void whatTheCloudKnowsIsWhatTheBoxSays() {
        box.twin.began(true);
        box.settled(12, RATE_20);
        box.settled(13, "{'apps':{'sensor-sharing':null}}");
        box.twin.hold("apps.signal-phase", Duration.ofHours(1), "road works");

        Map<String, Object> view = box.cloudsView();
        assertThat(view.get("desired")).isEqualTo(new BigDecimal(13));
        assertThat(Keys.get(view, "profile.apps")).isEqualTo(Map.of("signal-phase", Map.of()));
        assertThat(Keys.get(view, "keys"))
                .asString()
                .contains("apps.signal-phase={")
                .contains("st=overridden");
    }
}
