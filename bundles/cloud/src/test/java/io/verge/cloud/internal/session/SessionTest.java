package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.status.State;
import io.verge.cloud.internal.mqtt.Accepted;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.FakePort;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void saysThatItIsThereAndWhatItIs() {
        FakePort port = new Rig().start().online();

        assertThat(port.on("/online")).singleElement().satisfies(sent -> {
            assertThat(sent.message().retained()).isTrue();
            assertThat(sent.message().quality()).isEqualTo(1);
            assertThat(sent.text())
                    .isEqualTo(
                            "{\"state\":\"online\",\"connection\":1,\"store\":\"0123456789abcdef\",\"version\":\"0.1.0\"}");
        });
        assertThat(port.on("/birth"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.message().retained()).isTrue());
    }

    @Test
    void leavesAWillThatNamesItsConnection() {
        Rig rig = new Rig().start();
        rig.online().end(Ended.NONE, null);
        rig.step();
        rig.untilNext();

        var will = Objects.requireNonNull(rig.port().settings().will());
        assertThat(will.topic()).isEqualTo(Rig.BASE + "/online");
        assertThat(will.retained()).isTrue();
        assertThat(new FakePort.Sent(0, will).text()).contains("\"state\":\"offline\"", "\"connection\":2");
        assertThat(rig.port().settings().willDelay()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void countsConnectionsOverRestarts() {
        Rig before = new Rig().start();
        Rig after = new Rig(before.notes).start();

        assertThat(after.report().connection()).isEqualTo(2);
    }

    @Test
    void connectsEvenWhenTheCountCannotBeKept() {
        Rig rig = new Rig();
        rig.notes.full = true;
        rig.start().online();

        assertThat(rig.report().status().state()).isEqualTo(State.OK);
    }

    @Test
    void givesUpAClientThatGetsNoAnswerAndMakesAnother() {
        Rig rig = new Rig().start();
        FakePort hung = rig.port();

        rig.pass(Duration.ofSeconds(29));
        assertThat(hung.abandoned).isFalse();
        rig.pass(SECOND);

        assertThat(hung.abandoned).isTrue();
        assertThat(rig.code()).isEqualTo("unreachable");
        rig.untilNext();
        assertThat(rig.port()).isNotSameAs(hung);
    }

    @Test
    void givesUpABrokerThatNeverAnswersASubscription() {
        Rig rig = new Rig().start();
        rig.port().accept();
        rig.step();

        rig.pass(Duration.ofSeconds(30));

        assertThat(rig.ports.get(0).abandoned).isTrue();
        assertThat(rig.report().counters()).containsEntry("failures", 1L);
    }

    @Test
    void doesNotListenToAClientThatItHasGivenUp() {
        Rig rig = new Rig().start();
        FakePort hung = rig.port();
        rig.pass(Duration.ofSeconds(30));

        hung.accept();
        hung.end(0x8e, null);
        rig.step();

        assertThat(rig.report().phase()).isEqualTo("waiting");
        assertThat(rig.report().counters()).containsEntry("failures", 1L);
    }

    @Test
    void noticesAHalfOpenConnectionWithinOneAndAHalfKeepAlives() {
        Rig rig = new Rig("keepAlive", 60).start();
        FakePort port = rig.online();

        rig.pass(Duration.ofSeconds(61));
        assertThat(port.probes).isPositive();
        assertThat(port.abandoned).isFalse();
        rig.pass(Duration.ofSeconds(29));

        assertThat(port.abandoned).isTrue();
        assertThat(rig.report().counters()).containsEntry("silentDrops", 1L);
    }

    @Test
    void staysWhileTheBrokerAnswers() {
        Rig rig = new Rig().start();
        FakePort port = rig.online();

        for (int second = 0; second < 600; second++) {
            rig.pass(SECOND);
            if (port.probes > 0) {
                port.probes = 0;
                port.listener.heard();
            }
        }

        assertThat(port.abandoned).isFalse();
    }

    @Test
    void asksSoonerAfterEachConnectionThatDiedInSilence() {
        Rig rig = new Rig("keepAlive", 60, "leastKeepAlive", 25).start();
        for (int times = 0; times < 5; times++) {
            FakePort port = rig.online();
            while (rig.port() == port) {
                rig.pass(SECOND);
            }
        }

        assertThat(rig.ports.stream().limit(5).map(FakePort::keepAlive))
                .containsExactly(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(33),
                        Duration.ofSeconds(25),
                        Duration.ofSeconds(25));
    }

    @Test
    void keepsAliveAsTheBrokerWantsItWhenThatIsSooner() {
        Rig rig = new Rig("keepAlive", 60).start();
        rig.port().listener.connected(new Accepted(false, Duration.ofSeconds(20), 10, 1 << 20));
        rig.step();
        rig.port().grant();
        rig.step();

        rig.pass(Duration.ofSeconds(30));

        assertThat(rig.ports.get(0).abandoned).isTrue();
    }

    @Test
    void saysGoodByeWhenItIsStopped() {
        Rig rig = new Rig().start();
        FakePort port = rig.online();
        port.acknowledgeAll();
        rig.step();

        rig.engine.session().close();
        assertThat(port.on("/online")).singleElement().satisfies(sent -> assertThat(sent.text())
                .contains("\"state\":\"offline\"", "\"connection\":1"));
        port.acknowledgeAll();
        rig.step();

        assertThat(port.disconnects).isEqualTo(1);
    }

    @Test
    void doesNotLeaveBeforeTheBrokerHasHeardThatItGoes() {
        Rig rig = new Rig().start();
        FakePort port = rig.online();
        FakePort.Sent earlier = port.sent.remove(0);

        rig.engine.session().close();
        port.listener.delivered(earlier.token(), 0);
        rig.step();

        assertThat(port.disconnects).isZero();
    }

    @Test
    void sendsNothingTwiceWhenOnlyTheModeChanges() {
        Rig rig = new Rig().start();
        FakePort port = rig.online();
        rig.outlet.offer(Lane.EVENT, "events", "{}");
        rig.step();

        rig.engine.configure(Rig.settings("mode", "central"));
        rig.step();

        assertThat(port.on("/record/event/events")).hasSize(1);
    }

    @Test
    void endsWithoutGoodByeWhenTheBrokerDoesNotAnswer() {
        Rig rig = new Rig().start();
        FakePort port = rig.online();
        rig.engine.session().close();

        rig.pass(SECOND);

        assertThat(port.abandoned).isTrue();
        assertThat(rig.report().phase()).isEqualTo("closed");
    }

    @Test
    void keepsItsSessionWhenOnlyTheModeChanges() {
        Rig rig = new Rig().start();
        FakePort port = rig.online();

        rig.engine.configure(Rig.settings("mode", "central"));
        rig.step();

        assertThat(port.abandoned).isFalse();
    }

    @Test
    void goesToAnotherBrokerWhenItIsConfiguredTo() {
        Rig rig = new Rig().start();
        FakePort port = rig.online();

        rig.engine.configure(Rig.settings("broker", "mqtt://elsewhere.example"));
        rig.step();

        assertThat(port.abandoned).isTrue();
        assertThat(rig.port().settings().broker()).hasToString("mqtt://elsewhere.example:1883");
    }

    @Test
    void judgesCertificatesByTheLastSureTimeWhileItsClockIsUnsure() {
        Rig rig = new Rig();
        rig.clock.set(Rig.BUILT.minus(Duration.ofDays(20_000)));
        rig.start();

        assertThat(rig.port().settings().certificateTime()).isEqualTo(Rig.BUILT);
    }

    @Test
    void leavesCertificatesToTheClockWhileItIsSure() {
        Rig rig = new Rig().start();

        assertThat(rig.port().settings().certificateTime()).isNull();
    }

    @Test
    void remembersTheLastSureTime() {
        Rig rig = new Rig().start();
        rig.online();
        rig.pass(SECOND);
        Rig after = new Rig(rig.notes);
        after.clock.set(Rig.BUILT.minus(Duration.ofDays(1)));
        after.start();

        assertThat(after.port().settings().certificateTime()).isAfter(Rig.BUILT.plus(Duration.ofDays(58)));
    }
}
