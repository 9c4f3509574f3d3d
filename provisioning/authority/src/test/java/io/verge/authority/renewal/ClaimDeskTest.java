package io.verge.authority.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.Subject;
import io.verge.authority.keys.Keys;
import io.verge.authority.renewal.Desk.Holder;
import io.verge.authority.renewal.Desk.Said;
import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Boxes from the factory get their names, each once. */
class ClaimDeskTest {
    private final Desk desk = new Desk(true);
    private final Holder claim = desk.claim("0017");
    private final KeyPair next = Keys.p256();

    @BeforeEach
    void plan() {
        desk.list(Desk.BOXES, "serial,box,tenant,model", "0017,box-17,wuhan,m1", ",box-18,wuhan,m1", "0019,,wuhan,m1");
    }

    @Test
    void aClaimGetsTheNameThatIsPlanned() {
        Said said = desk.ask(claim, next);

        assertThat(said.topic()).isEqualTo("verge/v1/wuhan/claim-0017/identity/certificate");
        assertThat(said.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=box-17,O=wuhan");
        assertThat(CertificateAuthority.life(said.certificate())).isEqualTo(Purpose.BOX.usual());
        assertThat(desk.said).singleElement().asString().contains(",claim-0017,box-17,wuhan,");
    }

    @Test
    void aClaimServesOnceAlsoAfterHours() {
        assertThat(desk.ask(claim, next).code()).isZero();

        assertThat(desk.later(Duration.ofHours(12)).ask(claim, Keys.p256()))
                .satisfies(said -> assertThat(said.code()).isEqualTo(409))
                .satisfies(said -> assertThat(said.why()).contains("enroll it by hand"));
    }

    @Test
    void aClaimMayAskAgainForTheSameKey() {
        Said first = desk.ask(claim, next);

        assertThat(desk.later(Duration.ofHours(12)).ask(claim, next).certificate())
                .isEqualTo(first.certificate());
    }

    @Test
    void aSerialNumberThatIsNotPlannedIsRefused() {
        assertThat(desk.ask(desk.claim("0018"), next).code()).isEqualTo(404);
    }

    @Test
    void aPlanWithoutANameIsTheOperatorsFault() {
        assertThat(desk.ask(desk.claim("0019"), next).code()).isEqualTo(503);
        assertThat(desk.said).anySatisfy(line -> assertThat(line).contains("line 4"));
    }

    @Test
    void aNameThatIsBlockedIsNotGiven() {
        desk.list(Desk.BLOCKED, "box,tenant", "box-17,wuhan");

        assertThat(desk.ask(claim, next).code()).isEqualTo(403);
    }

    @Test
    void whoHasItsNameRenewsLikeOthers() {
        KeyPair third = Keys.p256();
        Said named = desk.ask(claim, next);
        Holder box = new Holder(new Subject("box-17", "wuhan", ""), next, named.certificate());

        assertThat(desk.later(Duration.ofDays(250))
                        .ask(box, third)
                        .certificate()
                        .getPublicKey())
                .isEqualTo(third.getPublic());
    }

    @Test
    void whoIsNotInTheListIsRefused() {
        assertThat(desk.ask(desk.box("box-20"), next))
                .satisfies(said -> assertThat(said.code()).isEqualTo(403))
                .satisfies(said -> assertThat(said.why()).isEqualTo("box-20 is not in the list of boxes"));
        assertThat(desk.ask(desk.box("box-18"), next).code()).isZero();
    }

    @Test
    void withoutAListClaimsGetNothing() {
        Desk unlisted = new Desk(false);

        assertThat(unlisted.ask(unlisted.claim("0017"), next).code()).isEqualTo(404);
    }
}
