package io.verge.cloud.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.TwinReport.Outcome;
import io.verge.api.status.State;
import io.verge.testkit.FaultyDisk;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwinTrialTest {
    private static final String RATE_20 = "{'apps':{'sensor-sharing':{'rate':20}}}";
    private static final String RATE_30 = "{'apps':{'sensor-sharing':{'rate':30}}}";

    private final FaultyDisk disk = new FaultyDisk(new Random(5));
    private final TwinBox box = new TwinBox(disk);

    @Test
    void aPartThatTheCloudStopsToWishForIsTheBoxsOwnAgain() {
        box.settled(12, "{'perception':{'age':600},'apps':{'sensor-sharing':{'rate':20},'event-list':{}}}");
        box.settled(13, RATE_30);

        assertThat(box.inForce("perception.age")).isEqualTo(new BigDecimal(500));
        assertThat(box.inForce("apps.event-list")).isNull();
        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(30));
    }

    @Test
    void whoTheBoxIsAndHowItReachesTheCloudStaysItsOwn() {
        box.settled(12, "{'cloud':{'broker':'mqtts://evil.example'},'box':{'id':'wuhan-0417','latitude':1}}");

        assertThat(box.inForce("cloud.broker")).isEqualTo("mqtts://mqtt.example:8883");
        assertThat(box.inForce("box.latitude")).isEqualTo(new BigDecimal("30.5"));
        assertThat(box.outcome("cloud")).isEqualTo(Outcome.OVERRIDDEN);
    }

    @Test
    void aDeviceThatWasDownBeforeMayStayDown() {
        box.is("devices.radar-ne", State.DEGRADED);
        box.settled(12, "{'devices':{'radar-ne':{'driver':'radar-ti-mmwave','port':'/dev/ttyUSB2'}}}");

        assertThat(box.report().applied()).isEqualTo(12);
    }

    @Test
    void aDeviceThatDoesNotRunAnyMoreBringsTheLastGoodProfileBack() {
        box.desired(1, 12, "{'perception':{'age':600}}");
        box.health.remove("devices.radar-ne");
        box.passes(Duration.ofSeconds(30));

        assertThat(box.profiles.text()).isEqualTo(TwinBox.PROFILE);
        assertThat(box.trouble().cause()).contains("devices.radar-ne does not run");
    }

    @Test
    void whatIsNotConcernedMayFailWithoutBlame() {
        box.desired(1, 12, RATE_20);
        box.is("devices.radar-ne", State.FAILED);
        box.passes(Duration.ofSeconds(30));

        assertThat(box.report().applied()).isEqualTo(12);
    }

    @Test
    void ofWhatComesDuringAProbationTheNewestIsJudgedAfterIt() {
        box.desired(1, 12, RATE_20);
        box.desired(1, 13, RATE_30);
        box.desired(1, 14, "{'apps':{'sensor-sharing':{'rate':40}}}");
        assertThat(box.profiles.applied).hasSize(1);

        box.passes(Duration.ofSeconds(30));
        box.passes(Duration.ofSeconds(30));
        assertThat(box.profiles.applied).hasSize(2);
        assertThat(box.report().applied()).isEqualTo(14);
    }

    @Test
    void whatWasOnProbationWhenThePowerWentIsJudgedAgainFromTheBegin() {
        box.desired(1, 12, RATE_20);
        box.passes(Duration.ofSeconds(29));
        box.start();
        box.passes(Duration.ofSeconds(29));
        assertThat(box.outcome("apps.sensor-sharing")).isEqualTo(Outcome.PENDING);

        box.passes(Duration.ofSeconds(1));
        assertThat(box.outcome("apps.sensor-sharing")).isEqualTo(Outcome.OK);
    }

    @Test
    void whatEndsTheAgentAgainAndAgainIsTakenBack() {
        box.desired(1, 12, RATE_20);
        for (int i = 0; i < 4; i++) {
            box.start();
        }

        assertThat(box.profiles.text()).isEqualTo(TwinBox.PROFILE);
        assertThat(box.trouble().cause()).contains("started 4 times");
    }

    @Test
    void whatThePowerCutKeptFromBeingAppliedIsAppliedAtTheStart() {
        box.desired(1, 12, RATE_20);
        box.profiles.text(TwinBox.PROFILE);
        box.start();
        box.passes(Duration.ofSeconds(30));

        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(20));
        assertThat(box.report().applied()).isEqualTo(12);
    }

    @Test
    void aProfileChangedWhileTheAgentWasOffIsNotTakenBackWithTheTrial() {
        box.desired(1, 12, RATE_20);
        box.profiles.text(box.profiles.text().replace("ttyUSB1", "ttyUSB7"));
        box.start();
        box.passes(Duration.ofSeconds(60));
        assertThat(box.inForce("devices.radar-ne.port")).isEqualTo("/dev/ttyUSB7");

        box.settled(12, RATE_20);
        assertThat(box.report().applied())
                .as("the retained document is judged anew")
                .isEqualTo(12);
    }

    @Test
    void nothingIsAppliedThatCannotBeStoredAndItIsTriedWhenTheDiskIsBack() {
        disk.free(0);
        box.desired(1, 12, RATE_20);
        box.passes(Duration.ofMinutes(1));
        assertThat(box.profiles.applied).isEmpty();
        assertThat(box.trouble().code()).isEqualTo("not-stored");

        disk.free(1 << 30);
        box.passes(Duration.ofSeconds(1));
        box.passes(Duration.ofSeconds(30));
        assertThat(box.report().applied()).isEqualTo(12);
        assertThat(box.report().status().state()).isEqualTo(State.OK);
    }

    @Test
    void inCentralModeWhatIsChangedOnTheBoxIsPutBack() {
        box.central = true;
        box.settled(12, RATE_20);
        box.byHand("rate: 20", "rate: 99");
        box.passes(Duration.ofSeconds(31));

        assertThat(box.inForce("apps.sensor-sharing.rate")).isEqualTo(new BigDecimal(20));
        assertThat(box.report().keys()).extracting(key -> key.outcome()).containsOnly(Outcome.OK);
    }

    @Test
    void aWeekWithoutACloudChangesNothing() {
        box.twin.began(true);
        box.settled(12, RATE_20);
        box.twin.ended();
        for (int hour = 0; hour < 24 * 7; hour++) {
            box.passes(Duration.ofHours(1));
        }
        box.start();
        box.twin.began(true);
        box.desired(1, 12, RATE_20);

        assertThat(box.profiles.applied).hasSize(1);
        assertThat(box.cloudsView().get("applied")).isEqualTo(new BigDecimal(12));
    }
}
