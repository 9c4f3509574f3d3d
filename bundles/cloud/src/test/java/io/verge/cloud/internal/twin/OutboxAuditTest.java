package io.verge.cloud.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.audit.Act;
import io.verge.api.audit.AuditEntry;
import io.verge.api.audit.AuditReport;
import io.verge.api.outbox.CloudRecord;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Commands and the twin in the one trail. */
class OutboxAuditTest {
    private final ManualClock clock = ManualClock.standing();
    private final List<CloudRecord> records = new ArrayList<>();
    private final Heard trail = new Heard();
    private final OutboxAudit audit = new OutboxAudit(clock);

    private final class Heard implements io.verge.api.audit.Audit {
        final List<Act> acts = new ArrayList<>();

        @Override
        public void note(Act act) {
            acts.add(act);
        }

        @Override
        public List<AuditEntry> last(int most) {
            return List.of();
        }

        @Override
        public AuditReport report() {
            return new AuditReport(Status.of(State.OK, clock.now()), 0, "", 0, null);
        }

        @Override
        public AuditReport verify() {
            return report();
        }
    }

    private void start(boolean withTrail) {
        audit.outbox = entry -> {
            records.add(entry);
            return CompletableFuture.completedFuture(null);
        };
        audit.trail = withTrail ? trail : null;
    }

    private static Map<String, Object> details(Object... pairs) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            details.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return details;
    }

    @Test
    void theTrailOfTheBoxIsToldAndNobodyElse() {
        start(true);
        audit.note("command", details("name", "ping", "id", "17", "code", 200));

        assertThat(trail.acts)
                .containsExactly(new Act("mqtt", "cloud", "", "cloud.command", "ping", "done", "id 17, code 200"));
        assertThat(records).isEmpty();
    }

    @Test
    void theOutcomeOfACommandIsThatOfItsCode() {
        start(true);
        audit.note("command", details("name", "ping", "code", 403));
        audit.note("command", details("name", "ping", "code", 504));

        assertThat(trail.acts).extracting(Act::outcome).containsExactly("refused", "failed");
    }

    @Test
    void whatTheCloudWantedIsNamedByItsVersion() {
        start(true);
        audit.note("desired-applied", details("epoch", 3L, "version", 12L));
        audit.note("desired-rejected", details("epoch", 3L, "version", 13L, "why", "no port"));

        assertThat(trail.acts)
                .containsExactly(
                        new Act("mqtt", "cloud", "", "cloud.desired-applied", "3.12", "done", ""),
                        new Act("mqtt", "cloud", "", "cloud.desired-rejected", "3.13", "refused", "why no port"));
    }

    @Test
    void whatTheTwinDoesByItselfIsTheAgents() {
        start(true);
        audit.note("release", details("key", "apps.speed-advice", "why", "its time is over"));
        audit.note("change-undone", details("keys", Set.of("box.id"), "why", "central"));

        assertThat(trail.acts).extracting(Act::who).containsOnly("agent");
        assertThat(trail.acts.get(0).object()).isEqualTo("apps.speed-advice");
    }

    @Test
    void withoutTheTrailTheOutboxIsTold() {
        start(false);
        audit.note("command", details("name", "ping", "code", 200));

        assertThat(records).singleElement().satisfies(entry -> {
            assertThat(entry.stream()).isEqualTo("audit");
            assertThat(StandardCharsets.UTF_8.decode(entry.content()).toString())
                    .contains("\"what\":\"cloud.command\"", "\"object\":\"ping\"", "\"time\":\"2026-03-01T08:00:00Z\"");
        });
    }
}
