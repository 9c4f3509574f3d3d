package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.scene.RoadEvent;
import io.verge.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

class CloudEventsTest {
    private static final Set<RoadEvent.Kind> CRITICAL = EnumSet.of(
            RoadEvent.Kind.COLLISION_RISK,
            RoadEvent.Kind.RED_LIGHT_VIOLATION,
            RoadEvent.Kind.WRONG_WAY,
            RoadEvent.Kind.PEDESTRIAN_ON_ROAD);

    private final List<CloudRecord> records = new ArrayList<>();
    private final CloudEvents cloud =
            new CloudEvents(new Failures(LoggerFactory.getLogger(CloudEventsTest.class), ManualClock.standing()));

    @BeforeEach
    void withAnOutbox() {
        cloud.outbox(one -> {
            records.add(one);
            return CompletableFuture.completedStage(null);
        });
    }

    @Test
    void tellsTheBeginningAndTheEndOnceEach() {
        cloud.hear(Scenery.event("a", Phase.NEW));
        cloud.hear(Scenery.event("a", Phase.UPDATE));
        cloud.hear(Scenery.event("a", Phase.CANCEL));
        cloud.hear(Scenery.event("a", Phase.CANCEL));
        cloud.hear(Scenery.event("a", Phase.CANCEL));

        assertThat(records).hasSize(2);
        assertThat(text(records.get(0))).contains("\"phase\":\"new\"", "\"id\":\"a\"", "\"kind\":\"wrong-way\"");
        assertThat(text(records.get(1))).contains("\"phase\":\"cancel\"");
    }

    @Test
    void aRecordBelongsToTheStreamEventsAndDoesNotExpire() {
        cloud.hear(Scenery.event("a", Phase.NEW));

        assertThat(records).singleElement().satisfies(one -> {
            assertThat(one.stream()).isEqualTo("events");
            assertThat(one.time()).isEqualTo(Scenery.TIME);
            assertThat(one.key()).isNull();
            assertThat(one.expires()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource(RoadEvent.Kind.class)
    void whatConcernsLifeGoesFirst(RoadEvent.Kind kind) {
        cloud.hear(Scenery.event("a", Phase.NEW, kind, Scenery.TIME, Duration.ofSeconds(1)));

        assertThat(records.get(0).lane()).isEqualTo(CRITICAL.contains(kind) ? Lane.CRITICAL : Lane.EVENT);
    }

    @Test
    void withoutOutboxItTellsNobody() {
        cloud.outbox(null);
        cloud.hear(Scenery.event("a", Phase.NEW));

        assertThat(records).isEmpty();
    }

    @Test
    void anOutboxThatFailsDoesNotHarmTheApp() {
        cloud.outbox(one -> {
            throw new IllegalStateException("full");
        });
        assertThatCode(() -> cloud.hear(Scenery.event("a", Phase.NEW))).doesNotThrowAnyException();

        cloud.outbox(one -> CompletableFuture.failedStage(new IllegalStateException("dropped")));
        assertThatCode(() -> cloud.hear(Scenery.event("b", Phase.NEW))).doesNotThrowAnyException();
    }

    @Test
    void remembersOnlySoManyEvents() {
        for (int i = 0; i < 3000; i++) {
            cloud.hear(Scenery.event("e" + i, Phase.NEW));
        }
        cloud.hear(Scenery.event("e2999", Phase.NEW));
        assertThat(records).hasSize(3000);

        cloud.hear(Scenery.event("e0", Phase.NEW)); // forgotten long since
        assertThat(records).hasSize(3001);
    }

    private static String text(CloudRecord one) {
        return StandardCharsets.UTF_8.decode(one.content()).toString();
    }
}
