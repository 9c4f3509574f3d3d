package io.verge.perception.internal;

import org.jspecify.annotations.Nullable;

/** Decides when a track becomes real, is shown, is found again and ends: the arrows of {@link LifeCycle}. */
final class Lives {
    /** Below these logarithmic odds a track is dropped. */
    private static final double IMPROBABLE = -3;

    /** How much likelier, as a logarithm, it is that who coasts is still where it is thought to be and not who appears. */
    private static final double COASTING = 2;

    /** A track is lost when so many detections of it are missing. */
    private static final double LOST = 1.5;

    /** So many reports make somebody who is only reported. */
    private static final int REPORTS = 2;

    /** And so long without another unmake it, µs: some report once a second. */
    private static final long SILENT = 2_000_000;

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
                    && (sure(track) || reported(track))
                    && (track.rival == Rivals.NONE || track.two > 0)) {
                rejoin(tracks, track);
                track.life = LifeCycle.CONFIRMED;
                track.id = ids.of(track.key, tracks.time);
            }
        }
    }

    private boolean sure(Track track) {
        return track.hits >= settings.seen().confirmHits()
                && track.existence >= settings.seen().confirm();
    }

    /** Who only reports itself is shown, and marked so, as long as no sensor that should see it contradicts. */
    private static boolean reported(Track track) {
        return !track.sensed() && track.hits >= REPORTS;
    }

    /** Gives a track the name of who was lost and may be this one, if anybody: behind something, or by swerving. */
    private void rejoin(TrackSet tracks, Track found) {
        double most = settings.coast().lostDensity();
        Track coasting = null;
        for (int i = 0; i < tracks.size(); i++) {
            Track other = tracks.get(i);
            if (other.life.shown() && (other.missing > LOST || other.unmeasured(tracks.time))) {
                double likelihood = Reunion.likelihood(other.lost(), found, tracks.time) - COASTING;
                if (likelihood > most) {
                    most = likelihood;
                    coasting = other;
                }
            }
        }
        Lost lost = mostLikely(tracks, found, most);
        if (lost != null) {
            found.replace(lost);
            tracks.lost.remove(lost);
        } else if (coasting != null) {
            found.replace(coasting.lost());
            coasting.life = LifeCycle.DELETED;
            coasting.id = IdPool.NONE;
        }
    }

    /** The one of those who are followed no longer that is likelier than this, and the likeliest; null when none is. */
    private static @Nullable Lost mostLikely(TrackSet tracks, Track found, double least) {
        Lost best = null;
        double most = least;
        for (Lost lost : tracks.lost) {
            double likelihood = Reunion.likelihood(lost, found, tracks.time);
            if (likelihood > most) {
                most = likelihood;
                best = lost;
            }
        }
        return best;
    }

    /** Keeps in mind those that were shown and are to be deleted now; forgets the oldest. */
    void lose(TrackSet tracks) {
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (track.life == LifeCycle.DELETED && track.id != IdPool.NONE) {
                tracks.lost.add(track.lost());
            }
        }
        while (!tracks.lost.isEmpty()
                && tracks.time - tracks.lost.get(0).measured()
                        > settings.coast().lostMemory()) {
            tracks.lost.remove(0);
        }
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
        long limit =
                !track.sensed() ? SILENT : track.life == LifeCycle.TENTATIVE ? coast.tentative() : coast.confirmed();
        return time - track.measured > limit || uncertain(track, time, coast.error());
    }

    /** Only coasting makes a track too uncertain; one that is measured is as good as its sensors are. */
    private static boolean uncertain(Track track, long time, double error) {
        return track.coasts(time) && track.filter.positionTrace() > 2 * error * error;
    }
}
