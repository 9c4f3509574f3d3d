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
import io.verge.itests.contract.Bindings;
import io.verge.testkit.Defaults;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What goes on the air, as the box fans it out. */
class FanoutContractTest {
    private final List<Outbound> sent = new ArrayList<>();

    @Test
    void aMessageOfTheRoadIsAsTheContractSays() {
        ManualClock clock = ManualClock.standing();
        MessageKind[] types = {MessageKind.SPAT};
        Fanout fanout = new Fanout(Defaults.of(FanoutConfig.class, "types", types), clock);
        fanout.carrier = new Recorder();
        fanout.site = new Crossing();
        fanout.filters(new Topics("wuhan", "crossing-1"));
        ByteBuffer payload = ByteBuffer.wrap(new byte[] {1, 2, 3});
        fanout.sent(new V2xFrame("csae", MessageKind.SPAT, 3618, payload, clock.now(), Stamps.NONE));

        assertThat(sent).singleElement().satisfies(message -> {
            assertThat(message.content()).isEqualTo(payload);
            Bindings.assertSentAs("fanOut", message);
            Bindings.assertProperties("v2x-properties", message);
        });
    }

    private static final class Crossing implements Site {
        @Override
        public String box() {
            return "crossing-1";
        }

        @Override
        public SiteFrame frame() {
            return new SiteFrame(new Wgs84(30.5, 114.3, 0));
        }

        @Override
        public Optional<SiteMap> map() {
            return Optional.empty();
        }
    }

    private final class Recorder implements Carrier {
        @Override
        public boolean later(Outbound message, IntConsumer outcome) {
            return false;
        }

        @Override
        public boolean now(Outbound message, IntConsumer outcome) {
            return sent.add(message);
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
