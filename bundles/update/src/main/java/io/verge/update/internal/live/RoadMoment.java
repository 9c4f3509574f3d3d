package io.verge.update.internal.live;

import io.verge.api.app.AppReport;
import io.verge.api.signal.SignalMode;
import io.verge.api.time.Clock;
import io.verge.api.update.Objector;
import io.verge.update.internal.engine.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the road needs the box just now: not while an app warns of what may hurt somebody within seconds, nor while the signal
 * controller serves a priority call or preemption. What stands for hours, as road works do, is no reason to wait. Of an app only its
 * last event is known. Any thread.
 */
public final class RoadMoment implements Moment {
    private static final Logger LOG = LoggerFactory.getLogger(RoadMoment.class);

    /** As reports of apps begin: {@code phase kind id}. */
    private static final Pattern OPEN_WARNING = Pattern.compile(
            "(?:new|update) (collision-risk|red-light-violation|pedestrian-on-road|wrong-way) .*", Pattern.DOTALL);

    /** A warning that is not repeated for so long is over, even if its end was not said. */
    private static final Duration WARNING_HOLDS = Duration.ofSeconds(10);

    private static final Duration SCENE_HOLDS = Duration.ofSeconds(2);

    private final Surroundings around;
    private final Clock clock;

    public RoadMoment(Surroundings around, Clock clock) {
        this.around = around;
        this.clock = clock;
    }

    @Override
    public Optional<String> unsafe() {
        return servedCall().or(this::openWarning);
    }

    private Optional<String> servedCall() {
        Set<SignalMode> modes =
                around.scene(SCENE_HOLDS).map(scene -> scene.modes()).orElse(Set.of());
        if (modes.contains(SignalMode.PREEMPTION)) {
            return Optional.of("the signal controller serves a preemption");
        }
        return modes.contains(SignalMode.PRIORITY)
                ? Optional.of("the signal controller serves a priority call")
                : Optional.empty();
    }

    private Optional<String> openWarning() {
        Instant since = clock.now().minus(WARNING_HOLDS);
        for (AppReport app : around.apps()) {
            Instant said = app.lastAnnouncement();
            String event = app.lastEvent();
            if (said == null || event == null || said.isBefore(since)) {
                continue;
            }
            Matcher open = OPEN_WARNING.matcher(event);
            if (open.matches()) {
                return Optional.of("a warning of " + app.name() + " is open: " + open.group(1));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> objection() {
        List<Objector> all = around.objectors();
        for (Objector objector : all) {
            Optional<String> objection = ask(objector);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    /** Who fails when it is asked has nothing against it. */
    private static Optional<String> ask(Objector objector) {
        try {
            return objector.objection();
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "{} cannot say whether it objects to an update",
                    objector.getClass().getName(),
                    e);
            return Optional.empty();
        }
    }
}
