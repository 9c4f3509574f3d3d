package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import io.verge.api.status.State;
import io.verge.testkit.disk.Doomed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hears what victims say of one folder, and looks whether it is so. */
final class Witness {
    private static final long NUMBERS_A_RUN = 1_000_000;

    private final Path state;
    private final Set<Long> durable = new HashSet<>();
    private final Set<Long> confirmed = new HashSet<>();

    Witness(Path state) {
        this.state = state;
    }

    /** So many records were called durable. */
    int durable() {
        return durable.size();
    }

    /** A process that is not started yet; each of a folder has another number. */
    ProcessBuilder victim(int run, String... more) {
        List<Object> arguments = new ArrayList<>(List.of(state, run * NUMBERS_A_RUN, run));
        arguments.addAll(List.of(more));
        return Doomed.of(Victim.class, arguments.toArray());
    }

    /** Listens to a victim until it is dead, which it is so long after its first word at the latest. */
    void watch(ProcessBuilder victim, int millis) throws IOException, InterruptedException {
        Doomed.run(victim, millis).forEach(this::hear);
    }

    private void hear(String line) {
        (line.charAt(0) == '+' ? durable : confirmed).add(Long.parseLong(line.substring(2)));
    }

    /** What was called durable is there once and in order, or has been sent; the file is sound, and none was set aside. */
    void lookAfter(String when) throws StoreException {
        assertThat(lost(when)).as("%s: lost", when).isEmpty();
        assertThat(Database.check(state.resolve("outbox").resolve("outbox.db")))
                .as("%s: the file is sound", when)
                .isEmpty();
    }

    /** What was called durable and is neither there nor sent. */
    private Set<Long> lost(String when) {
        Set<Long> lost = new HashSet<>(durable);
        lost.removeAll(confirmed);
        try (Box box = new Box(state)) {
            assertThat(box.outbox.report().status().state()).as(when).isEqualTo(State.OK);
            Map<String, Long> last = new HashMap<>();
            for (StoredRecord one : box.takeAll()) {
                if (one.lane() == Lane.CRITICAL) {
                    long number = Long.parseLong(Box.text(one).strip());
                    Long before = last.put(one.stream(), number);
                    assertThat(before == null || before < number)
                            .as("%s: %s after %s", when, number, before)
                            .isTrue();
                    lost.remove(number);
                }
            }
        }
        return lost;
    }
}
