package io.verge.perception.internal;

import io.verge.api.geo.SiteFrame;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Observation;
import io.verge.api.observation.ObservationListener;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.observation.SignalFrame;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.scene.Scenes;
import io.verge.api.scene.SensorHealth;
import io.verge.api.site.Site;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.api.time.Hop;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.api.time.Stamps;
import io.verge.perception.internal.lane.LaneMatcher;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes scenes of observations: one after every frame of a sensor or signal controller, and at least every 100 ms. All work is done on
 * the stage {@code scene}; the devices' threads only queue.
 */
@Component(
        service = {ObservationListener.class, SensorHealth.class},
        configurationPolicy = ConfigurationPolicy.OPTIONAL,
        configurationPid = "io.verge.perception")
@Designate(ocd = PerceptionConfig.class)
public final class Perception implements ObservationListener, SensorHealth {
    private static final Logger LOG = LoggerFactory.getLogger(Perception.class);

    /** What was left out is told at most once in so long. */
    private static final Duration TELL = Duration.ofMinutes(1);

    private final Scenes scenes;
    private final Clock clock;
    private final Stage stage;
    private final Tracker tracker;
    private final LatestSignals signals;
    private final SelfReports reports = new SelfReports();
    private final Duration future;

    /** Counted on the devices' threads. */
    private final AtomicLong overflow = new AtomicLong();

    /** Of the site that is here now; null without one or without a map. Used on the stage. */
    private volatile @Nullable LaneMatcher lanes;

    /** Where this site is on the earth; null without one: self reports are passed over. Used on the stage. */
    private volatile @Nullable SiteFrame frame;

    private @Nullable Site site;

    /** By sensor, for those with whom something is wrong. Changed on the stage. */
    private final Map<String, Status> troubled = new ConcurrentHashMap<>();

    private long early;
    private long told;
    private long toldAt;

    @Activate
    public Perception(
            PerceptionConfig config, @Reference Stages stages, @Reference Scenes scenes, @Reference Clock clock) {
        this.scenes = scenes;
        this.clock = clock;
        tracker = new Tracker(Settings.of(config));
        signals = new LatestSignals(Duration.ofMillis(config.signals_age()));
        future = Duration.ofMillis(config.future());
        toldAt = clock.nanoTime();
        stage = stages.open("scene", config.capacity());
        stage.every(Duration.ofMillis(config.interval()), this::tick);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    synchronized void setSite(Site here) {
        site = here;
        frame = here.frame();
        lanes = here.map().map(LaneMatcher::new).orElse(null);
    }

    synchronized void unsetSite(Site gone) {
        if (site == gone) {
            site = null;
            frame = null;
            lanes = null;
        }
    }

    @Deactivate
    public void close() {
        stage.close();
    }

    /** Queues what matters to the scene; counts what finds no room. Other kinds of observations are passed over. */
    @Override
    public void observed(Observation observation) {
        boolean taken = true;
        if (observation instanceof DetectionFrame frame) {
            taken = stage.offer(() -> detections(frame));
        } else if (observation instanceof SignalFrame frame) {
            taken = stage.offer(() -> signals(frame));
        } else if (observation instanceof ReceivedMessage message && message.report() != null) {
            taken = stage.offer(() -> report(message));
        }
        if (!taken) {
            overflow.incrementAndGet();
        }
    }

    /** Observations that found no room since the start. */
    long overflow() {
        return overflow.get();
    }

    private void detections(DetectionFrame frame) {
        Instant now = clock.now();
        follow(frame, now);
        publish(now, frame.stamps());
    }

    /** Many may send ten times a second: no scene follows at once, the next one has it. */
    private void report(ReceivedMessage message) {
        SiteFrame here = frame;
        SelfReport report = message.report();
        if (here != null && report != null) {
            DetectionFrame seen = reports.frame(message, report, here);
            if (seen != null) {
                follow(seen, clock.now());
            }
        }
    }

    private void follow(DetectionFrame frame, Instant now) {
        Instant latest = now.plus(future);
        if (tracker.newest().isAfter(latest)) {
            LOG.warn("The clock was set back to {}: all tracks begin anew", now);
            tracker.reset();
        }
        if (frame.sensedAt().isAfter(latest)) {
            early++;
        } else {
            tracker.onFrame(frame);
        }
    }

    private void signals(SignalFrame frame) {
        signals.onFrame(frame);
        publish(clock.now(), frame.stamps());
    }

    private void tick() {
        Instant now = clock.now();
        publish(now, Stamps.NONE);
        tell();
        tracker.checks().tell(ChronoUnit.MICROS.between(Instant.EPOCH, now), this::tell);
    }

    private void publish(Instant now, Stamps stamps) {
        signals.forget(now);
        scenes.publish(new Scene(
                now,
                clock.quality(),
                roadUsers(now),
                signals.states(now),
                signals.modes(),
                List.of(),
                stamps.with(Hop.FUSED, clock.nanoTime())));
    }

    private List<RoadUser> roadUsers(Instant now) {
        List<RoadUser> users = tracker.roadUsersAt(now);
        LaneMatcher matcher = lanes;
        return matcher == null ? users : matcher.match(now, users);
    }

    @Override
    public @Nullable Status of(String sensor) {
        return troubled.get(sensor);
    }

    private void tell(String sensor, @Nullable Trouble trouble) {
        if (trouble == null) {
            troubled.remove(sensor);
            LOG.info("{} agrees with the others again", sensor);
        } else {
            troubled.put(sensor, new Status(State.DEGRADED, clock.now(), trouble));
            LOG.warn("{} — {}", trouble.cause(), trouble.remedy());
        }
    }

    private void tell() {
        long impossible = tracker.refused() + reports.refused();
        long lost = overflow.get() + early + tracker.late() + tracker.repeated() + impossible + tracker.full();
        if (lost != told && clock.nanoTime() - toldAt >= TELL.toNanos()) {
            told = lost;
            toldAt = clock.nanoTime();
            LOG.warn(
                    "Left out since the start: {} observations without room, {} frames too late, {} twice, {} from the"
                            + " future, {} detections impossible or too many, {} road users beyond the most that are"
                            + " followed",
                    overflow.get(),
                    tracker.late(),
                    tracker.repeated(),
                    early,
                    impossible,
                    tracker.full());
        }
    }
}
