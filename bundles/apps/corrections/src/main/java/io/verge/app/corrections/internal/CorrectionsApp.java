package io.verge.app.corrections.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.api.app.App;
import io.verge.api.app.Inbox;
import io.verge.api.app.Need;
import io.verge.api.app.Pace;
import io.verge.api.observation.CorrectionsReceived;
import io.verge.api.observation.Observation;
import io.verge.api.observation.ObservationListener;
import io.verge.api.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Hands corrections on with the next scene, the newest of each type and each type at its pace. What waits for its turn is
 * replaced by what is newer, and dropped when it has become too old.
 */
@Component(
        service = {App.class, ObservationListener.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.app.corrections")
@Designate(ocd = CorrectionsConfig.class, factory = true)
public final class CorrectionsApp implements App, ObservationListener {
    /** Messages that may come between two scenes: some epochs of all systems. */
    static final int INBOX = 64;

    private final String id;
    private final Types types;
    private final Duration period;
    private final Duration maxAge;
    private final int maxLength;
    private final Inbox<CorrectionsReceived> inbox = new Inbox<>(INBOX);
    /** By type, as many as are listed; touched by the app's thread. */
    private final SortedMap<Integer, Turn> turns = new TreeMap<>();

    private final LongAdder unlisted = new LongAdder();
    private final LongAdder tooLong = new LongAdder();
    private final LongAdder tooOld = new LongAdder();
    private final LongAdder replaced = new LongAdder();

    /** What waits of one type, and when it may go. */
    private static final class Turn {
        final Pace pace;

        @Nullable
        CorrectionsReceived waiting;

        Turn(Duration period) {
            pace = new Pace(period);
        }
    }

    /**
     * As the profile says.
     *
     * @throws IllegalArgumentException lists all that is wrong with it
     */
    @Activate
    public CorrectionsApp(CorrectionsConfig config) {
        id = config.id();
        types = Types.parse(config.types());
        period = Duration.ofMillis(config.period());
        maxAge = Duration.ofMillis(config.maxAge());
        maxLength = config.maxLength();
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.CORRECTIONS);
    }

    @Override
    public void observed(Observation observation) {
        if (observation instanceof CorrectionsReceived received) {
            inbox.put(received);
        }
    }

    @Override
    public void onScene(Scene scene, Announcer out) {
        inbox.drain(this::sort);
        for (Turn turn : turns.values()) {
            CorrectionsReceived waiting = turn.waiting;
            if (waiting == null) {
                continue;
            }
            if (old(waiting, scene.time())) {
                tooOld.increment();
                turn.waiting = null;
            } else if (turn.pace.due(scene.time())) {
                turn.waiting = null;
                out.announce(new CorrectionsAnnouncement(waiting.sensedAt(), scene.stamps(), waiting.message()));
            }
        }
    }

    private void sort(CorrectionsReceived received) {
        if (!types.contains(received.type())) {
            unlisted.increment();
        } else if (received.message().remaining() > maxLength) {
            tooLong.increment();
        } else {
            Turn turn = turns.computeIfAbsent(received.type(), absent -> new Turn(period));
            if (turn.waiting != null) {
                replaced.increment();
            }
            turn.waiting = received;
        }
    }

    /** What is of a time to come is of a clock that was set, so of no known age. */
    private boolean old(CorrectionsReceived received, Instant now) {
        return Duration.between(received.sensedAt(), now).abs().compareTo(maxAge) > 0;
    }

    @Override
    public Map<String, Long> counters() {
        return Map.of(
                "overflows", inbox.overflows(),
                "unlisted", unlisted.sum(),
                "tooLong", tooLong.sum(),
                "tooOld", tooOld.sum(),
                "replaced", replaced.sum());
    }
}
