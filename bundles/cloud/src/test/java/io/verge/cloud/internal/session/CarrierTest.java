package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.status.State;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.FakePort;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes beside records, and who may be missing from a session. */
class CarrierTest {
    private static final Outbound FREIGHT = Outbound.json(Rig.BASE + "/log", "{}");

    private final List<Integer> outcomes = new ArrayList<>();

    @Test
    void freightGoesAfterRecordsAndItsOutcomeIsTold() {
        Rig rig = new Rig().start();
        FakePort port = rig.online();
        rig.outlet.offer(Lane.EVENT, "events", "1");
        assertThat(rig.engine.later(FREIGHT, outcomes::add)).isTrue();
        rig.step();

        assertThat(port.sent).extracting(sent -> sent.message().topic()).endsWith(FREIGHT.topic());
        port.acknowledgeAll();
        rig.step();
        assertThat(outcomes).containsExactly(0);
    }

    @Test
    void freightOfASessionThatEndsHasNotArrived() {
        Rig rig = new Rig().start();
        FakePort port = rig.online();
        rig.engine.later(FREIGHT, outcomes::add);
        rig.engine.now(FREIGHT, outcomes::add);
        rig.step();
        port.end(Ended.NONE, null);
        rig.step();

        assertThat(outcomes).containsExactly(-1, -1);
    }

    @Test
    void withoutASessionNothingIsTaken() {
        Rig rig = new Rig().start();

        assertThat(rig.engine.later(FREIGHT, outcomes::add)).isFalse();
        assertThat(rig.engine.now(FREIGHT, outcomes::add)).isFalse();
        assertThat(outcomes).isEmpty();
    }

    @Test
    void figuresOfThoseBesideTheSessionAreShown() {
        Rig rig = new Rig();
        rig.routers.add(new Listener(true));
        rig.start();

        assertThat(rig.report().counters()).containsEntry("heard", 5L);
    }

    @Test
    void aSessionWithoutWhatIsNotNeededStands() {
        Rig rig = new Rig();
        rig.routers.add(new Listener(false));
        refuseTheLast(rig);

        assertThat(rig.report().status().state()).isEqualTo(State.OK);
        assertThat(rig.report().counters()).containsEntry("notGranted", 1L);
    }

    @Test
    void aSessionWithoutWhatIsNeededDoesNotStand() {
        Rig rig = new Rig();
        rig.routers.add(new Listener(true));
        refuseTheLast(rig);

        assertThat(rig.code()).isEqualTo("not-granted");
    }

    private static void refuseTheLast(Rig rig) {
        rig.start();
        FakePort port = rig.port();
        port.accept();
        rig.step();
        List<Integer> reasons = new ArrayList<>();
        port.filters.get(0).forEach(filter -> reasons.add(filter.endsWith("/file/+/data") ? 0x87 : 1));
        port.listener.subscribed(reasons);
        rig.step();
    }

    private record Listener(boolean needed) implements Router {
        @Override
        public List<String> filters(Topics topics) {
            return List.of(topics.files());
        }

        @Override
        public void route(Inbound message) {}

        @Override
        public void count(Map<String, Long> counters) {
            counters.put("heard", 5L);
        }
    }
}
