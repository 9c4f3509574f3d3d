package io.verge.cloud.internal.drain;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.time.ClockQuality;
import io.verge.cloud.internal.mqtt.FakePort.Sent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is sent of the records that wait, in which order, how much of it and when. */
class DrainTest extends Draining {
    @Test
    void sendsRecordsOfAStreamAsLinesOfOneMessage() {
        begin();
        outlet.offer(Lane.EVENT, "device/radar-ne", "{\"a\":\n1}", 2);
        drain.pump();

        assertThat(topics()).containsExactly("event/device/radar-ne");
        assertThat(port.sent.get(0).text())
                .isEqualTo(
                        """
                        {"sequence":1,"time":"2026-03-01T08:00:00Z","body":{"a": 1}}
                        {"sequence":2,"time":"2026-03-01T08:00:00Z","body":{"a": 1}}
                        """);
        assertThat(port.sent.get(0).message().properties())
                .containsEntry("store", FakeOutlet.STORE)
                .containsEntry("backlog", "false");
    }

    @Test
    void forgetsARecordOnlyWhenTheBrokerHasIt() {
        begin();
        outlet.offer(Lane.EVENT, "events", "{}");
        drain.pump();
        assertThat(outlet.kept()).isEqualTo(1);

        acknowledge(SECOND);

        assertThat(outlet.kept()).isZero();
        assertThat(counted("records")).isEqualTo(1);
    }

    @Test
    void sendsTheMoreUrgentLaneFirst() {
        flight.open(port, 32, 1 << 20);
        drain.begin();
        outlet.offer(Lane.BULK, "pictures", "{}");
        outlet.offer(Lane.TELEMETRY, "health", "{}");
        outlet.offer(Lane.CRITICAL, "events", "{}");
        outlet.offer(Lane.EVENT, "events", "{}");
        drain.pump();

        assertThat(topics()).containsExactly("critical/events", "event/events", "telemetry/health", "bulk/pictures");
    }

    @Test
    void sendsLiveRecordsOfALowLaneBeforeTheBacklogOfAHighOne() {
        outlet.offer(Lane.CRITICAL, "events", "{\"old\":true}");
        drain = drain("", 0);
        flight.open(port, 32, 1 << 20);
        drain.begin();
        outlet.offer(Lane.TELEMETRY, "health", "{}");
        drain.pump();

        assertThat(topics()).containsExactly("telemetry/health", "critical/events");
    }

    @Test
    void beginsTheBacklogLaterButLiveRecordsAtOnce() {
        outlet.offer(Lane.EVENT, "events", "{\"old\":true}");
        drain = drain("", 30);
        begin();
        assertThat(topics()).isEmpty();
        outlet.offer(Lane.EVENT, "events", "{}");
        drain.pump();
        assertThat(topics()).hasSize(1);

        clock.advance(Duration.ofNanos(drain.due()));
        drain.pump();

        assertThat(port.sent)
                .extracting(one -> one.message().properties().get("backlog"))
                .containsExactly("false", "true");
    }

    /** Else nothing would wake the uplink before the next ping. */
    @Test
    void whatCameDueBetweenTheLookAndTheQuestionIsDueNow() {
        outlet.offer(Lane.EVENT, "events", "{\"old\":true}");
        drain = drain("", 30);
        begin();
        clock.advance(Duration.ofNanos(drain.due() + 1));

        assertThat(drain.due()).isZero();
    }

    /** The same with the share of the link: it was used up at the look, and there is some of it again. */
    @Test
    void shareThatWasEarnedSinceTheLookIsDueNow() {
        String body = "{\"text\":\"" + "x".repeat(990) + "\"}";
        outlet.offer(Lane.EVENT, "events", body, 400);
        begin();
        while (!port.sent.isEmpty()) {
            acknowledge(Duration.ofMillis(10));
        }
        assertThat(drain.due()).isBetween(1L, SECOND.toNanos());
        clock.advance(SECOND);

        assertThat(drain.due()).isZero();
    }

    @Test
    void givesTheBacklogItsShareOfTheLinkAndNoMore() {
        String body = "{\"text\":\"" + "x".repeat(990) + "\"}";
        outlet.offer(Lane.EVENT, "events", body, 4000);
        begin();
        // A link of 100 kB/s: each message takes as long as its octets do.
        long octets = 0;
        Duration spent = Duration.ZERO;
        while (spent.compareTo(Duration.ofSeconds(60)) < 0) {
            Duration step;
            if (port.sent.isEmpty()) {
                step = Duration.ofNanos(Math.max(1_000_000, drain.due()));
                clock.advance(step);
                drain.pump();
            } else {
                Sent first = port.sent.remove(0);
                int size = first.message().content().remaining();
                step = Duration.ofMillis(50 + size / 100);
                clock.advance(step);
                octets += size;
                flight.delivered(first.token(), 0);
                drain.pump();
            }
            spent = spent.plus(step);
        }

        assertThat(octets / 60.0).isBetween(30_000.0, 62_000.0);
    }

    @Test
    void sendsALiveCriticalRecordWhateverTheBacklogHasOnItsWay() {
        String body = "{\"text\":\"" + "x".repeat(990) + "\"}";
        outlet.offer(Lane.EVENT, "events", body, 1000);
        begin();
        assertThat(port.sent).isNotEmpty();
        port.sent.clear();

        outlet.offer(Lane.CRITICAL, "events", "{}");
        drain.pump();

        assertThat(topics()).containsExactly("critical/events");
    }

    @Test
    void makesSmallerMessagesOnASlowLink() {
        begin();
        String body = "{\"text\":\"" + "x".repeat(990) + "\"}";
        outlet.offer(Lane.EVENT, "events", body, 10);
        drain.pump();
        acknowledge(Duration.ofSeconds(10)); // 1 kB/s
        outlet.offer(Lane.EVENT, "events", body, 10);
        drain.pump();

        assertThat(port.sent.get(0).message().content().remaining()).isLessThan(3000);
    }

    @Test
    void pausesWhenTheQuotaIsUsedUp() {
        begin();
        outlet.offer(Lane.EVENT, "events", "{}");
        drain.pump();
        flight.delivered(port.sent.remove(0).token(), 0x97);
        outlet.offer(Lane.EVENT, "more", "{}");
        drain.pump();
        assertThat(port.sent).isEmpty();

        clock.advance(Duration.ofSeconds(30));
        drain.pump();

        assertThat(topics()).containsExactly("event/events", "event/more");
    }

    @Test
    void leavesRoomInTheWindowForWhatIsNoRecord() {
        flight.open(port, 8, 1 << 20);
        drain.begin();
        for (int stream = 0; stream < 20; stream++) {
            outlet.offer(Lane.CRITICAL, "stream-" + stream, "{}");
        }
        drain.pump();

        assertThat(port.sent).hasSize(6);
        assertThat(flight.room(0)).isTrue();
    }

    @Test
    void sendsAgainAsBacklogWhatWasOnItsWayWhenTheSessionFell() {
        begin();
        outlet.offer(Lane.EVENT, "events", "{}");
        drain.pump();
        drain.stop();
        flight.close();
        port.sent.clear();

        begin();

        assertThat(port.sent)
                .singleElement()
                .satisfies(sent -> assertThat(sent.message().properties()).containsEntry("backlog", "true"));
    }

    @Test
    void doesNothingOfItselfWhenNothingWaits() {
        begin();

        assertThat(drain.due()).isEqualTo(Long.MAX_VALUE);
        assertThat(clock.quality().source()).isEqualTo(ClockQuality.Source.RECORDING);
    }
}
