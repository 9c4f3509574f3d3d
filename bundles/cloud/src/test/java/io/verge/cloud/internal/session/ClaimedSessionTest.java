package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.status.State;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.FakePort;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.testkit.Defaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The session of a box that has no name yet, and one whose certificate has changed. */
class ClaimedSessionTest {
    private static final String CERTIFICATE = "verge/v1/wuhan/claim-0017/identity/certificate";

    private final Rig rig = new Rig();
    private final Ear everybody = new Ear(false);
    private final Ear identity = new Ear(true);

    private FakePort claimed() {
        rig.routers.add(everybody);
        rig.routers.add(identity);
        rig.engine.configure(settings(new Who("wuhan", "claim-0017", true)));
        rig.start();
        return rig.online();
    }

    private static CloudSettings settings(Who who) {
        return CloudSettings.of(
                Defaults.of(
                        CloudConfig.class,
                        "broker",
                        "mqtt://broker.example:1883",
                        "consumer",
                        "ingest",
                        "spread",
                        0,
                        "backlogSpread",
                        0),
                who);
    }

    @Test
    void itHearsOfItsNameAndOfNothingElse() {
        FakePort port = claimed();

        assertThat(port.settings().client()).isEqualTo("wuhan.claim-0017");
        assertThat(port.filters).containsExactly(List.of(CERTIFICATE));
        assertThat(identity.begun).hasSize(1);
        assertThat(everybody.begun).isEmpty();
    }

    @Test
    void aBrokerThatDoesNotLetItHearOfItsNameIsOfNoUse() {
        rig.routers.add(identity);
        rig.engine.configure(settings(new Who("wuhan", "claim-0017", true)));
        rig.start();
        rig.port().accept();
        rig.step();
        rig.port().listener.subscribed(List.of(0x87));
        rig.step();

        assertThat(rig.code()).isEqualTo("not-granted");
    }

    @Test
    void itSaysNothingOfItself() {
        FakePort port = claimed();

        assertThat(port.settings().will()).isNull();
        assertThat(port.sent).isEmpty();
    }

    @Test
    void itsRecordsWait() {
        FakePort port = claimed();
        rig.outlet.offer(Lane.EVENT, "events", "{}");
        rig.step();

        assertThat(port.sent).isEmpty();
        assertThat(rig.report().status().state()).isEqualTo(State.OK);
    }

    @Test
    void whatComesGoesToTheIdentityAlone() {
        claimed().say(CERTIFICATE, "{}");
        rig.step();

        assertThat(identity.heard).containsExactly(CERTIFICATE);
        assertThat(everybody.heard).isEmpty();
    }

    @Test
    void withANameItIsABoxLikeOthersAtOnce() {
        FakePort before = claimed();
        rig.engine.configure(settings(new Who("wuhan", "box-17", false)));
        rig.step();
        FakePort port = rig.online();

        assertThat(before.abandoned).isTrue();
        assertThat(port.settings().client()).isEqualTo("wuhan.box-17");
        assertThat(port.on("/online")).hasSize(1);
        assertThat(everybody.begun).hasSize(1);
    }

    @Test
    void itLeavesWithoutAWord() {
        FakePort port = claimed();
        rig.engine.session().close();

        assertThat(port.disconnects).isEqualTo(1);
        assertThat(port.sent).isEmpty();
    }

    @Test
    void anotherCertificateIsShownAtOnce() {
        FakePort before = rig.start().online();
        rig.engine.renew();
        rig.step();

        assertThat(before.abandoned).isTrue();
        assertThat(rig.port()).isNotSameAs(before);
        assertThat(rig.engine.standing()).isEqualTo(new Credentials.Standing(2, false, 0));
    }

    @Test
    void whoHasSaidGoodByeIsNotMadeAnew() {
        rig.start().online();
        rig.engine.session().close();
        rig.engine.renew();
        rig.step();

        assertThat(rig.ports).hasSize(1);
    }

    @Test
    void refusalsAreCountedAndLossesAreNot() {
        rig.start();
        for (int reason : new int[] {Ended.NONE, Ended.UNWELCOME, 0x87, 0x88}) {
            rig.port().end(reason, null);
            rig.step();
            rig.untilNext();
        }

        assertThat(rig.engine.standing().refusals()).isEqualTo(2);
    }

    @Test
    void aBrokerThatHangsUpAfterTlsIsNamed() {
        rig.start();
        rig.port().end(Ended.UNWELCOME, null);
        rig.step();

        assertThat(rig.code()).isEqualTo("unwelcome");
        assertThat(rig.untilNext()).isLessThan(Duration.ofSeconds(60));
    }

    /** Hears of all sessions, or of that of a claim, too. */
    private static final class Ear implements Router {
        private final boolean claims;
        private final List<Topics> begun = new ArrayList<>();
        private final List<String> heard = new ArrayList<>();

        Ear(boolean claims) {
            this.claims = claims;
        }

        @Override
        public boolean needed() {
            return false;
        }

        @Override
        public List<String> filters(Topics topics) {
            return claims ? List.of(topics.identityCertificate()) : List.of(topics.desired());
        }

        @Override
        public boolean claims() {
            return claims;
        }

        @Override
        public void began(Topics topics, boolean resumed) {
            begun.add(topics);
        }

        @Override
        public void route(Inbound message) {
            heard.add(message.topic());
        }
    }
}
