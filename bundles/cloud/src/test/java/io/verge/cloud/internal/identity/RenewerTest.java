package io.verge.cloud.internal.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.Subject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate is replaced before it ends, and what is in use stays so until its successor is there. */
class RenewerTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);

    private final IdentityBox box = new IdentityBox();

    @Test
    void nobodyIsAskedForTwoThirdsOfItsLife() {
        box.tick().later(Duration.ofDays(59)).tick();

        assertThat(box.asked).isEmpty();
        assertThat(box.state()).isEqualTo("fresh");
        assertThat(box.code()).isEmpty();
    }

    @Test
    void inTheLastThirdItIsAskedWithinAnHour() {
        box.due();

        assertThat(box.asked).hasSize(1);
        assertThat(box.last().present()).isEqualTo(box.present());
        assertThat(box.last().waiting().certificate().getPublicKey())
                .isNotEqualTo(box.present().certificate().getPublicKey());
        assertThat(box.state()).isEqualTo("asked");
    }

    @Test
    void itIsAskedAgainEverMoreSeldomWithTheSameKey() {
        box.due();
        for (int hour = 0; hour < 24; hour++) {
            box.later(HOUR).tick();
        }

        assertThat(box.asked).hasSizeBetween(4, 7);
        assertThat(box.asked).extracting(IdentityBox.Asked::id).doesNotHaveDuplicates();
        assertThat(box.asked)
                .extracting(asked -> asked.waiting().certificate())
                .containsOnly(box.last().waiting().certificate());
    }

    @Test
    void aRequestThatWaitsOutlivesARestart() {
        box.due().restart();
        box.tick().later(Asking.SPREAD).tick();

        assertThat(box.asked).hasSize(2);
        assertThat(box.asked.get(1).waiting()).isEqualTo(box.asked.get(0).waiting());
    }

    @Test
    void withoutASessionNoKeyIsMade() {
        box.stands = false;
        box.due();

        assertThat(box.asked).isEmpty();
        assertThat(box.disk.has(IdentityBox.NEXT)).isFalse();
        assertThat(box.state()).isEqualTo("due");
    }

    @Test
    void whatWasAskedForComesIntoUseAndASessionIsMadeAnew() {
        box.due().grant(YEAR);

        assertThat(box.present().certificate().getPublicKey())
                .isEqualTo(box.last().waiting().certificate().getPublicKey());
        assertThat(box.changes).isEqualTo(1);
        assertThat(box.notes).containsExactly("identity.renewed box-17 done");
        assertThat(box.disk.has(IdentityBox.NEXT)).isFalse();
        assertThat(box.state()).isEqualTo("trial");
    }

    @Test
    void theOneBeforeIsKeptUntilASessionThatWasDialledSinceStands() {
        Identity before = box.present();
        box.due().grant(YEAR);
        assertThat(box.open(IdentityBox.PREVIOUS)).isEqualTo(before);

        box.tick();
        assertThat(box.disk.has(IdentityBox.PREVIOUS)).isTrue();
        box.redialled();

        assertThat(box.disk.has(IdentityBox.PREVIOUS)).isFalse();
        assertThat(box.state()).isEqualTo("fresh");
    }

    @Test
    void aTrialGoesOnAfterARestart() {
        box.due().grant(YEAR);
        box.stands = false;
        box.restart();
        box.tick();
        assertThat(box.state()).isEqualTo("trial");

        box.stands = true;
        box.redialled();

        assertThat(box.state()).isEqualTo("fresh");
    }

    @Test
    void afterThreeRefusalsTheOneBeforeIsInUseAgain() {
        Identity before = box.present();
        box.due().grant(YEAR);
        box.refused(2);
        assertThat(box.present()).isNotEqualTo(before);

        box.refused(1);

        assertThat(box.present()).isEqualTo(before);
        assertThat(box.changes).isEqualTo(2);
        assertThat(box.code()).isEqualTo("DEGRADED identity-refused");
        assertThat(box.notes).last().isEqualTo("identity.reverted box-17 failed");
    }

    @Test
    void whoWentBackAsksForAnotherKeyLater() {
        box.due().grant(YEAR);
        box.refused(3);
        box.stands = true;
        box.later(Duration.ofHours(11)).tick();
        assertThat(box.asked).hasSize(1);

        box.later(Duration.ofHours(13)).tick();

        assertThat(box.asked).hasSize(2);
        assertThat(box.last().waiting()).isNotEqualTo(box.asked.get(0).waiting());
    }

    @Test
    void thereIsNoWayBackToWhatHasEnded() {
        box.due().grant(YEAR);
        Identity renewed = box.present();
        box.later(IdentityBox.LIFE);
        box.refused(5);

        assertThat(box.present()).isEqualTo(renewed);
    }

    @Test
    void aRefusalIsToldOnceLittleIsLeft() {
        box.due().refuse(box.last().id(), "box-17 is blocked\u001b[2J");
        assertThat(box.state()).isEqualTo("refused");
        assertThat(box.code()).isEmpty();

        box.later(Duration.ofDays(25)).tick();

        assertThat(box.code()).isEqualTo("DEGRADED identity-expires");
        assertThat(box.cause()).contains("box-17 is blocked?[2J");
    }

    @Test
    void aRefusalOfAnotherPetitionIsPassedOver() {
        box.due().refuse("other", "no");

        assertThat(box.state()).isEqualTo("asked");
    }

    @Test
    void afterItsEndAPersonIsNeeded() {
        box.tick().later(IdentityBox.LIFE).tick();

        assertThat(box.asked).isEmpty();
        assertThat(box.state()).isEqualTo("expired");
        assertThat(box.code()).isEqualTo("FAILED credentials");
    }

    @Test
    void whoIsToldNotToDoesNotAsk() {
        box.renews = false;
        box.due();

        assertThat(box.asked).isEmpty();
        assertThat(box.state()).isEqualTo("due");
    }

    @Test
    void aKeyThatDoesNotOpenIsSetAside() throws Exception {
        byte[] foreign = "not PKCS#12".getBytes(UTF_8);
        box.disk.plant(IdentityBox.NEXT, foreign);
        box.due();

        assertThat(box.asked).hasSize(1);
        assertThat(box.disk.read(IdentityBox.FOLDER.resolve("next.p12.unreadable"), 100))
                .isEqualTo(foreign);
    }

    @Test
    void whatAPersonInstallsIsUsedAtOnce() {
        box.tick();
        box.install(box.authority.identity(IdentityBox.BOX, box.clock.now(), box.end.plus(YEAR)));
        box.tick();

        assertThat(box.changes).isEqualTo(1);
        assertThat(box.state()).isEqualTo("fresh");
    }

    @Test
    void theSameAnswerTwiceIsTakenOnce() {
        box.due().grant(YEAR);
        Identity renewed = box.present();
        box.grant(YEAR);

        assertThat(box.present()).isEqualTo(renewed);
        assertThat(box.counters()).containsEntry("identityRenewed", 1L).containsEntry("identityRejected", 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"id\":1}",
                "{\"id\":\"a\"}",
                "{\"id\":\"a\",\"code\":403}",
                "{\"id\":\"a\",\"certificates\":\"-----BEGIN CERTIFICATE-----\"}",
                "{\"id\":\"a\",\"certificates\":\"\"}",
                "{\"id\":\"a\",\"certificates\":[]}"
            })
    void whatIsNoAnswerChangesNothing(String answer) {
        Identity before = box.present();
        box.due().say(answer);

        assertThat(box.present()).isEqualTo(before);
        assertThat(box.counters()).containsEntry("identityRejected", 1L);
    }

    @Test
    void whatIsTooLongIsNotEvenRead() {
        box.due().say("\"" + "a".repeat(Answer.LARGEST) + "\"");

        assertThat(box.counters()).containsEntry("identityRejected", 1L);
    }

    @Test
    void aDiskThatFailsLeavesWhatIsInUse() {
        Identity before = box.present();
        box.due();
        box.disk.failFrom(1);
        box.grant(YEAR);
        box.disk.restart();

        assertThat(box.present()).isEqualTo(before);
    }

    @Test
    void aClaimAsksAtOnceAndOften() {
        IdentityBox claimed = IdentityBox.claimed().tick();

        assertThat(claimed.asked).hasSize(1);
        assertThat(claimed.state()).isEqualTo("claimed");
        assertThat(claimed.code()).isEqualTo("DEGRADED claimed");
        claimed.later(Duration.ofMinutes(1)).tick();
        assertThat(claimed.asked).hasSize(2);
    }

    @Test
    void aClaimGetsAName() {
        IdentityBox claimed = IdentityBox.claimed().tick();
        claimed.grant(IdentityBox.BOX, YEAR);
        claimed.redialled();

        assertThat(claimed.present().subject()).isEqualTo(new Subject("box-17", "wuhan"));
        assertThat(claimed.names).isEqualTo(List.of(new Subject("box-17", "wuhan")));
        assertThat(claimed.code()).isEmpty();
    }

    @Test
    void toAClaimThereIsNoWayBack() {
        IdentityBox claimed = IdentityBox.claimed().tick();
        claimed.grant(IdentityBox.BOX, YEAR);
        claimed.refused(5);

        assertThat(claimed.present().subject().box()).isEqualTo("box-17");
    }

    @Test
    void aProfileThatHasNotTakenTheNameIsAskedAgain() {
        box.named = "claim-0017";
        box.tick();
        box.named = "claim-0017";
        box.tick();
        assertThat(box.names).hasSize(1);

        box.later(DAY).tick();

        assertThat(box.names).hasSize(2);
    }
}
