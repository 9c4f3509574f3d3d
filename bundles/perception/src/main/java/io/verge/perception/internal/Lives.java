package io.verge.perception.internal;

import org.jspecify.annotations.Nullable;

/** Decides when a track becomes real, is shown, is found again and ends: the arrows of {@link LifeCycle}. */
final class Lives {
    /** Below these logarithmic odds a track is dropped. */
    private static final double IMPROBABLE = -3;

    /** How much wider, for each metre or m/s of uncertainty, a lost track is looked for. */
    private static final double WIDER = 0.3;

    /** A track is lost when so many detections of it are missing. */
    private static final double LOST = 1.5;

    private final Settings settings;
    private final IdPool ids;

    Lives(Settings settings, IdPool ids) {
        this.settings = settings;
        this.ids = ids;
    }

    /** A sensor did not detect this track, though it does so with this probability. */
    void miss(Track track, double seen) {
        double unseen = Math.log(1 - seen);
        track.missing += seen;
        if (track.life == LifeCycle.TENTATIVE) {
            track.existence += unseen;
            if (track.existence < track.least) {
                track.life = LifeCycle.DELETED;
            }
        } else {
            track.existence += settings.seen().miss() * unseen;
            if (track.existence < IMPROBABLE) {
                track.life = LifeCycle.DELETED;
            }
        }
    }

    /** Makes tracks real that are sure enough; one that takes the place of a lost one takes its name as well. */
    void confirm(TrackSet tracks) {
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (track.life == LifeCycle.TENTATIVE
                    && track.hits >= settings.seen().confirmHits()
                    && track.existence >= settings.seen().confirm()
                    && (track.rival == Rivals.NONE || track.two > 0)) {
                Track lost = lostNear(tracks, track);
                if (lost != null) {
                    track.replace(lost);
                }
                track.life = LifeCycle.CONFIRMED;
                track.id = ids.of(track.key, tracks.time);
            }
        }
    }

    /** The nearest track that was lost and may be this one: it swerved more than the gate allows, or came out from behind something. */
    private @Nullable Track lostNear(TrackSet tracks, Track found) {
        Track nearest = null;
        double least = settings.coast().lostDistance();
        for (int i = 0; i < tracks.size(); i++) {
            Track other = tracks.get(i);
            if (other.life.shown() && (other.missing > LOST || other.coasts(tracks.time))) {
                Filter a = other.filter;
                Filter b = found.filter;
                double place = Math.hypot(a.east - b.east, a.north - b.north)
                        / (1 + WIDER * Math.sqrt(a.positionTrace() + b.positionTrace()));
                double speed = Math.hypot(a.ve - b.ve, a.vn - b.vn)
                        / (1 + WIDER * Math.sqrt(a.velocityTrace() + b.velocityTrace()));
                if (place < least && speed < settings.coast().lostSpeed()) {
                    nearest = other;
                    least = place;
                }
            }
        }
        return nearest;
    }

    /** Whether others should see it at this time. */
    boolean shown(Track track, long time) {
        return track.life.shown()
                && track.id != IdPool.NONE
                && track.existence > 0
                && !uncertain(track, time, settings.coast().shownError())
                && !outlived(track, time);
    }

    /** Whether it has gone too long without a measurement, or is too uncertain, to be followed on. */
    boolean outlived(Track track, long time) {
        Settings.Coast coast = settings.coast();
        long limit = track.life == LifeCycle.TENTATIVE ? coast.tentative() : coast.confirmed();
        return time - track.measured > limit || uncertain(track, time, coast.error());
    }

    /** Only coasting makes a track too uncertain; one that is measured is as good as its sensors are. */
    private static boolean uncertain(Track track, long time, double error) {
        return track.coasts(time) && track.filter.positionTrace() > 2 * error * error;
    }
}
