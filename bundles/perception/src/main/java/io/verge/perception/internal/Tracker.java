package io.verge.perception.internal;

import io.verge.api.observation.DetectionFrame;
import io.verge.api.road.SensorKind;
import io.verge.api.scene.RoadUser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows all road users over all sensors. Frames are computed in order of when they were sensed: one that comes late is put in its
 * place and what came after it is computed again. Pure: no clock, one thread, the same frames in the same order of arrival give the
 * same tracks.
 */
final class Tracker {
    /** A track that could have been seen and was not: misses of one sensor come in rows, so they count for less than one each. */
    private static final double MISS = Tuning.get("MISS", 0.35);

    /** Below these logarithmic odds a track is dropped; a tentative one when it lost so much since it began. */
    private static final double IMPROBABLE = Tuning.get("IMPROBABLE", -3);

    /** A track not measured for so long, µs, so near, m, and so alike in velocity, m/s, is the same one found again. */
    private static final long LOST_TIME = 100_000;

    private static final double LOST_DISTANCE = Tuning.get("LOST_DISTANCE", 4);
    static final double LOST_WIDER = Tuning.get("LOST_WIDER", 0.3);
    private static final double LOST_SPEED = Tuning.get("LOST_SPEED", 4);

    static final double SHOWN = Tuning.get("SHOWN", 0), SHOWNERR = Tuning.get("SHOWNERR", 1);
    private final Settings settings;
    private final TrackSet tracks = new TrackSet();
    private final History history;
    private final Measurements measurements;
    private final Visibility visibility;
    private final Association association;
    private final Rivals rivals = new Rivals();
    private final IdPool ids = new IdPool();
    private final Filter scratch = new Filter();
    private long frames;
    private long late;
    private long full;

    Tracker(Settings settings) {
        this.settings = settings;
        history = new History(settings.rewind());
        measurements = new Measurements(settings);
        visibility = new Visibility(settings.seen());
        association = new Association(settings, visibility);
    }

    /**
     * Takes in a frame.
     *
     * @return false when it was sensed too long before the newest one to be of use; it is counted and not used
     */
    boolean onFrame(DetectionFrame frame) {
        long time = micros(frame.sensedAt());
        if (!history.reaches(time)) {
            late++;
            return false;
        }
        History.Entry entry = new History.Entry(time, frames++, frame);
        int at = history.insert(entry);
        boolean newest = at == history.size() - 1;
        for (int i = newest ? at : history.restore(tracks, entry); i < history.size(); i++) {
            step(history.get(i));
        }
        history.forget();
        touch(time);
        return true;
    }

    /** Forgets all tracks, as after the clock was set back. Ids go on. */
    void reset() {
        tracks.clear();
        history.clear();
    }

    /** When the newest frame was sensed; the epoch's far past when there was none. */
    Instant newest() {
        return history.size() == 0 ? Instant.MIN : instant(history.newest());
    }

    /** The road users that are sure enough, by id, at a time. */
    List<RoadUser> roadUsersAt(Instant at) {
        long time = micros(at);
        List<RoadUser> users = new ArrayList<>(tracks.size());
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (shown(track, time)) {
                users.add(track.roadUser(tracks.time, time, settings, scratch));
            }
        }
        users.sort(Comparator.comparingInt(RoadUser::id));
        return users;
    }

    int size() {
        return tracks.size();
    }

    /** Frames that came too late. */
    long late() {
        return late;
    }

    /** Detections that were impossible or too many. */
    long refused() {
        return measurements.refused();
    }

    /** Road users that were not followed because too many are. */
    long full() {
        return full;
    }

    private void step(History.Entry entry) {
        history.keep(tracks, entry);
        DetectionFrame frame = entry.frame();
        predict(entry.time());
        measurements.fill(frame);
        visibility.from(frame.sensor());
        association.solve(tracks, measurements, frame.sensor().kind());
        int old = tracks.size();
        rivals.begin(old);
        for (int i = 0; i < old; i++) {
            int found = association.measurementOf(i);
            rivals.hit(i, found != Assignment.NONE);
            if (found == Assignment.NONE) {
                miss(i);
            } else {
                hit(i, measurements.get(found));
            }
        }
        rivals.judge(tracks, old, association, visibility);
        confirm();
        for (int i = 0; i < measurements.size(); i++) {
            if (association.free(i)) {
                begin(entry, i);
            }
        }
        tracks.removeDeleted();
    }

    private void predict(long time) {
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            track.predict(tracks.time, time, settings);
            if (outlived(track, time) || !track.filter.sound()) {
                track.life = LifeCycle.DELETED;
            }
        }
        tracks.removeDeleted();
        tracks.time = time;
    }

    private void hit(int index, Measurement m) {
        Track track = tracks.get(index);
        track.update(tracks.time, m, association.evidence(track, m, association.seen(index)), settings);
    }

    private void confirm() {
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (track.life == LifeCycle.TENTATIVE
                    && track.hits >= settings.seen().confirmHits()
                    && track.existence >= settings.seen().confirm()
                    && (track.rival == Rivals.NONE || track.two > 0)) {
                track.life = LifeCycle.CONFIRMED;
                Track lost = lostNear(track);
                if (lost != null) {
                    track.replace(lost);
                }
                track.id = ids.of(track.key, tracks.time);
            }
        }
    }

    /** The nearest track that was just lost and may be this one: it turned or swerved more than the gate allows. */
    private @Nullable Track lostNear(Track track) {
        Track nearest = null;
        double least = LOST_DISTANCE;
        for (int i = 0; i < tracks.size(); i++) {
            Track other = tracks.get(i);
            if (other.life.shown() && tracks.time - other.measured >= LOST_TIME) {
                double apart =
                        Math.hypot(other.filter.east - track.filter.east, other.filter.north - track.filter.north);
                double error = Math.sqrt(other.filter.positionTrace() + track.filter.positionTrace());
                apart /= 1 + LOST_WIDER * error;
                double speeds = Math.hypot(other.filter.ve - track.filter.ve, other.filter.vn - track.filter.vn);
                speeds /= 1 + LOST_WIDER * Math.sqrt(other.filter.velocityTrace() + track.filter.velocityTrace());
                if (apart < least && speeds < LOST_SPEED) {
                    nearest = other;
                    least = apart;
                }
            }
        }
        return nearest;
    }

    private void miss(int index) {
        Track track = tracks.get(index);
        double probability = association.seen(index);
        if (probability > 0) {
            probability *= visibility.past(tracks, index);
        }
        boolean tentative = track.life == LifeCycle.TENTATIVE;
        track.existence += (tentative ? 1 : MISS) * Math.log(1 - probability);
        if (track.existence < (tentative ? track.least : IMPROBABLE)) {
            track.life = LifeCycle.DELETED;
        }
    }

    private void begin(History.Entry entry, int index) {
        if (tracks.size() >= settings.maxTracks()) {
            full++;
            return;
        }
        Measurement m = measurements.get(index);
        double birth = m.kind == SensorKind.RADAR
                ? settings.seen().radarBirth()
                : settings.seen().cameraBirth() * Math.min(1, m.confidence / 0.7);
        long key = entry.number() * settings.maxDetections() + index;
        tracks.add().start(key, entry.time(), m, Settings.logit(Math.max(1e-4, birth)), settings);
    }

    private boolean shown(Track track, long time) {
        return track.life.shown()
                && track.id != IdPool.NONE
                && track.existence > SHOWN
                && track.filter.positionTrace() < 2 * SHOWNERR * SHOWNERR
                && !outlived(track, time);
    }

    /** Whether it has gone too long without a measurement, or is too uncertain, to be believed. */
    private boolean outlived(Track track, long time) {
        Settings.Coast coast = settings.coast();
        long limit = track.life == LifeCycle.TENTATIVE ? coast.vehicle() / 2 : coast.standing();
        double error = coast.error();
        return time - track.measured > limit
                || (track.life != LifeCycle.TENTATIVE && track.filter.positionTrace() > 2 * error * error);
    }

    private void touch(long time) {
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).id != IdPool.NONE) {
                ids.used(tracks.get(i).id, time);
            }
        }
        ids.sweep(time);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
