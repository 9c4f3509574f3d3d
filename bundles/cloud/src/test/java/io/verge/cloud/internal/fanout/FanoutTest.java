package io.verge.cloud.internal.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Carrier;
import io.verge.testkit.Defaults;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class FanoutTest {
    private static final Topics TOPICS = new Topics("wuhan", "wuhan-0417");

    private final ManualClock clock = ManualClock.standing();
    private final TestCarrier carrier = new TestCarrier();
    private final Fanout fanout = fanout("zoom", 5);

    @Test
    void whatGoesOnTheAirGoesBelowTheTileOfTheBoxAsItIs() {
        fanout.sent(frame(MessageKind.SPAT, 3));

        assertThat(carrier.sent).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("verge/v1/wuhan/v2x/spat/1/3/2/1/2");
            assertThat(message.content()).isEqualTo(ByteBuffer.allocate(3));
            assertThat(message.quality()).isZero();
            assertThat(message.retained()).isFalse();
            assertThat(message.expiry()).isEqualTo(Duration.ofSeconds(2));
            assertThat(message.properties())
                    .containsEntry("set", "csae")
                    .containsEntry("application", "3618")
                    .containsEntry("box", "wuhan-0417")
                    .containsEntry("time", clock.now().toString());
        });
    }

    @Test
    void onlyTheTypesThatWereChosenGo() {
        fanout.sent(frame(MessageKind.RSM, 3));

        assertThat(carrier.sent).isEmpty();
        assertThat(counters().values()).containsOnly(0L);
    }

    @Test
    void withoutASessionItIsDroppedAndCounted() {
        carrier.session = false;
        fanout.sent(frame(MessageKind.SPAT, 3));

        assertThat(counters()).containsEntry("fanoutNoSession", 1L);
        carrier.session = true;
        assertThat(carrier.sent).as("nothing is sent late").isEmpty();
    }

    @Test
    void beforeTheBoxKnowsWhereItIsItIsDroppedAndCounted() {
        fanout.site = null;
        fanout.sent(frame(MessageKind.SPAT, 3));

        assertThat(counters()).containsEntry("fanoutNoSession", 1L);
    }

    @Test
    void whatTheUplinkDoesNotTakeInTimeIsCounted() {
        fanout.sent(frame(MessageKind.SPAT, 3));
        fanout.sent(frame(MessageKind.SPAT, 3));
        carrier.outcomes.get(0).accept(0);
        carrier.outcomes.get(1).accept(-1);

        assertThat(counters()).containsEntry("fanout", 1L).containsEntry("fanoutHeldUp", 1L);
    }

    @Test
    void noMoreIsUnderWayThanSixteen() {
        for (int i = 0; i < 20; i++) {
            fanout.sent(frame(MessageKind.SPAT, 3));
        }
        assertThat(carrier.sent).hasSize(16);
        assertThat(counters()).containsEntry("fanoutHeldUp", 4L);

        carrier.outcomes.forEach(outcome -> outcome.accept(0));
        fanout.sent(frame(MessageKind.SPAT, 3));
        assertThat(carrier.sent).hasSize(17);
    }

    @Test
    void whatIsAboveTheRateIsDroppedAndCounted() {
        Fanout slow = fanout("rate", 1000);
        for (int i = 0; i < 30; i++) {
            slow.sent(frame(MessageKind.SPAT, 300));
            carrier.outcomes.forEach(outcome -> outcome.accept(0));
            carrier.outcomes.clear();
            clock.advance(Duration.ofMillis(100));
        }

        assertThat(carrier.sent).hasSizeBetween(12, 14); // 3 s and the first second's worth
    }

    @Test
    void anotherSiteIsAnotherTile() {
        fanout.sent(frame(MessageKind.SPAT, 3));
        fanout.site = site(48.2, 16.4);
        fanout.sent(frame(MessageKind.SPAT, 3));

        assertThat(carrier.sent).extracting(Outbound::topic).doesNotHaveDuplicates();
    }

    private Fanout fanout(Object... given) {
        Object[] all = {"types", new MessageKind[] {MessageKind.SPAT, MessageKind.MAP}, given[0], given[1]};
        Fanout made = new Fanout(Defaults.of(FanoutConfig.class, all), clock);
        made.carrier = carrier;
        made.site = site(30.5, 114.3);
        made.filters(TOPICS);
        return made;
    }

    private Map<String, Long> counters() {
        Map<String, Long> counters = new HashMap<>();
        fanout.count(counters);
        return counters;
    }

    private V2xFrame frame(MessageKind kind, int octets) {
        return new V2xFrame("csae", kind, 3618, ByteBuffer.allocate(octets), clock.now(), Stamps.NONE);
    }

    private static Site site(double latitude, double longitude) {
        return new Site() {
            @Override
            public String box() {
                return "wuhan-0417";
            }

            @Override
            public SiteFrame frame() {
                return new SiteFrame(new Wgs84(latitude, longitude, 0));
            }

            @Override
            public Optional<SiteMap> map() {
                return Optional.empty();
            }
        };
    }

    private static final class TestCarrier implements Carrier {
        final List<Outbound> sent = new ArrayList<>();
        final List<IntConsumer> outcomes = new ArrayList<>();
        boolean session = true;

        @Override
        public boolean later(Outbound message, IntConsumer outcome) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public boolean now(Outbound message, IntConsumer outcome) {
            if (session) {
                sent.add(message);
                outcomes.add(outcome);
            }
            return session;
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
