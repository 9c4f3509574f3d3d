package io.verge.gate.internal;

import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.SignAnnouncement;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.message.V2xFrame;
import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** All that must hold for a message at the moment it is sent. Runs on the stage {@code air} only. */
final class Rules {
    private static final Position BOX = new Position(0, 0, 0);

    private final Clock clock;
    private final Duration clockError;
    private final double radius;
    private final Freshness freshness;
    private final SignalGuard signals;
    private final Rates rates;

    Rules(GateConfig config, Clock clock) {
        this.clock = clock;
        this.clockError = Duration.ofMillis(config.clockError());
        this.radius = config.radius();
        this.freshness = new Freshness(config);
        this.signals = new SignalGuard(Duration.ofMillis(config.holdOff()));
        this.rates = new Rates(config, clock.nanoTime());
    }

    /** Of an announcement, once, before its messages. The signals are looked at whatever else is wrong. */
    @Nullable
    Stop check(Announcement cause) {
        long nanos = clock.nanoTime();
        Stop stop = signals(cause, nanos);
        if (stop == null) {
            stop = clock(cause);
        }
        if (stop == null) {
            stop = freshness.check(cause, cause.time(), clock.now(), nanos);
        }
        if (stop == null) {
            stop = area(cause);
        }
        return stop != null ? stop : rates.announcement(cause.kind(), nanos);
    }

    /** Of one message of an announcement that passed, just before it is sent. */
    @Nullable
    Stop check(Announcement cause, V2xFrame frame) {
        long nanos = clock.nanoTime();
        Stop stop = freshness.check(cause, frame.time(), clock.now(), nanos);
        return stop != null ? stop : rates.message(cause.kind(), frame.size(), nanos);
    }

    /** Speed advice says when it will be green, so it goes with the signals. */
    private @Nullable Stop signals(Announcement cause, long nanos) {
        return switch (cause.kind()) {
            case SIGNAL -> cause instanceof SignalAnnouncement states ? signals.check(states, nanos) : null;
            case ADVICE -> signals.held();
            case MAP, ROAD_USERS, EVENT, SIGN, CORRECTIONS, PRIORITY -> null;
        };
    }

    private @Nullable Stop clock(Announcement cause) {
        return switch (cause.kind()) {
            case SIGNAL, ROAD_USERS, ADVICE -> clock(clock.quality());
            case MAP, EVENT, SIGN, CORRECTIONS, PRIORITY -> null;
        };
    }

    private @Nullable Stop clock(ClockQuality quality) {
        if (quality.within(clockError)) {
            return null;
        }
        Duration error = quality.error();
        String known = error == null ? "is not known" : "is " + Stop.shown(error);
        return new Stop(Reason.CLOCK, "the clock's error " + known + " (limit " + Stop.shown(clockError) + ")");
    }

    private @Nullable Stop area(Announcement cause) {
        if (cause instanceof EventAnnouncement event) {
            return area(event.event().position(), event.event().radius());
        }
        return cause instanceof SignAnnouncement sign ? area(sign.position(), 0) : null;
    }

    private @Nullable Stop area(Position position, double around) {
        double reach = position.distanceTo(BOX) + around;
        if (reach <= radius && around >= 0) {
            return null;
        }
        return new Stop(
                Reason.AREA,
                Double.isFinite(reach) && around >= 0
                        ? "it reaches " + Math.round(reach) + " m from the box (limit " + Math.round(radius) + " m)"
                        : "its place or radius is not a number of metres");
    }
}
