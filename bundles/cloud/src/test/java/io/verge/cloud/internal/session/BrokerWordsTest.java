package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.FakePort;
import io.verge.cloud.internal.mqtt.Outbound;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a broker says beside its yes: another has your place, go elsewhere, come later, you may not. */
class BrokerWordsTest {
    @Test
    void tellsOfAnotherBoxWithItsId() {
        Rig rig = new Rig().start();
        for (int times = 0; times < 3; times++) {
            rig.online().end(0x8e, null);
            rig.step();
            if (times < 2) {
                assertThat(rig.code()).isEqualTo("taken-over");
                rig.untilNext();
            }
        }

        assertThat(rig.report().status().state()).isEqualTo(State.FAILED);
        assertThat(rig.code()).isEqualTo("client-clash");
        assertThat(rig.untilNext()).isBetween(Duration.ofSeconds(150), Duration.ofSeconds(300));
    }

    @Test
    void tellsOfAnotherBoxWithItsIdEvenWhenTheBrokerDoesNot() {
        Rig rig = new Rig().start();
        rig.online();
        for (int times = 0; times < 3; times++) {
            rig.port().end(Ended.NONE, null);
            rig.step();
            if (times > 0 || rig.ports.size() == 1) {
                rig.untilNext();
            }
            FakePort port = rig.online();
            port.say(Rig.BASE + "/online", "{\"state\":\"online\",\"connection\":7}");
            rig.step();
        }

        assertThat(rig.code()).isEqualTo("client-clash");
        assertThat(rig.port().abandoned).isTrue();
    }

    @Test
    void takesItsOwnWordForItsOwn() {
        Rig rig = new Rig().start();
        for (int times = 0; times < 5; times++) {
            FakePort port = rig.online();
            port.echo(port.on("/online").get(0).message(), false);
            rig.step();
        }

        assertThat(rig.report().counters()).doesNotContainKey("strangers");
    }

    @Test
    void takesAWordFromBeforeItsStartForItsOwn() {
        Rig rig = new Rig().start();
        FakePort port = rig.online();
        port.echo(Outbound.retained(Rig.BASE + "/online", "{\"state\":\"online\",\"connection\":7}"), true);
        rig.step();

        assertThat(rig.report().counters()).doesNotContainKey("strangers");
    }

    @Test
    void takesOneTakeoverNowAndThenForAnAccident() {
        Rig rig = new Rig().start();
        for (int times = 0; times < 4; times++) {
            FakePort port = rig.online();
            for (int minute = 0; minute < 6; minute++) {
                port.listener.heard();
                rig.pass(Duration.ofMinutes(1));
            }
            port.end(0x8e, null);
            rig.step();
            rig.untilNext();
        }

        assertThat(rig.report().last()).isNotNull().satisfies(last -> assertThat(last.state())
                .isEqualTo(State.DEGRADED));
    }

    @Test
    void goesWhereTheBrokerSendsItAndBackWhenThatWasForOnce() {
        Rig rig = new Rig().start();
        rig.port().end(0x9c, "other.example:1884");
        rig.step();
        rig.untilNext();
        assertThat(rig.port().settings().broker()).hasToString("mqtt://other.example:1884");

        rig.port().end(Ended.NONE, null);
        rig.step();
        rig.untilNext();
        assertThat(rig.port().settings().broker()).hasToString("mqtt://broker.example:1883");
    }

    @Test
    void staysWhereTheBrokerHasMoved() {
        Rig rig = new Rig().start();
        rig.port().end(0x9d, "new.example");
        rig.step();
        rig.untilNext();
        rig.online().end(Ended.NONE, null);
        rig.step();
        rig.untilNext();

        assertThat(rig.port().settings().broker()).hasToString("mqtt://new.example:1883");
    }

    @Test
    void doesNotFollowBrokersInCircles() {
        Rig rig = new Rig().start();
        for (int times = 0; times < 4; times++) {
            rig.port().end(0x9c, "circle.example");
            rig.step();
            rig.untilNext();
        }

        assertThat(rig.port().settings().broker()).hasToString("mqtt://broker.example:1883");
    }

    @Test
    void comesBackLateWhenItsQuotaIsUsedUp() {
        Rig rig = new Rig().start();
        rig.port().end(0x97, null);
        rig.step();

        assertThat(rig.code()).isEqualTo("quota");
        assertThat(rig.untilNext()).isGreaterThanOrEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void needsAPersonWhenItIsNotLetIn() {
        Rig rig = new Rig().start();
        rig.port().end(0x87, null);
        rig.step();

        assertThat(rig.report().status().state()).isEqualTo(State.FAILED);
        assertThat(rig.report().status().trouble()).isNotNull().satisfies(trouble -> assertThat(trouble.remedy())
                .contains("certificate"));
    }

    @Test
    void needsAPersonWhenASubscriptionIsNotGranted() {
        Rig rig = new Rig().start();
        rig.port().accept();
        rig.step();
        rig.port().listener.subscribed(List.of(0x87));
        rig.step();

        assertThat(rig.code()).isEqualTo("not-granted");
        assertThat(rig.ports.get(0).abandoned).isTrue();
    }
}
