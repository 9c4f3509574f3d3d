package io.verge.perception.internal;

import io.verge.api.observation.DetectionFrame;
import io.verge.api.road.SensorKind;
import io.verge.api.scene.RoadUser;
import io.verge.perception.internal.check.SensorChecks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows all road users over all sensors. Frames are computed in order of when they were sensed: one that comes late is put in its
 * place and what came after it is computed again. Pure: no clock, one thread, the same frames in the same order of arrival give the
 * same tracks.
 */
final class Tracker {
    /** A camera that is less sure than this of a type is thought less likely to see something new. */
    private static final double CONFIDENT = 0.7;

    private static final double LEAST_BIRTH = 1e-4;

    /** Who reports itself exists as likely as not: anybody can say anything. */
    private static final double REPORTED_BIRTH = 0.5;

    private final Settings settings;
    private final TrackSet tracks = new TrackSet();
    private final History history;
    private final Measurements measurements;
    private final Clusterer clusterer;
    private final Strengths strengths = new Strengths();
    private final SensorChecks checks = new SensorChecks();
    private final Visibility visibility;
    private final Association association;
    private final Rivals rivals = new Rivals();
    private final IdPool ids = new IdPool();
    private final Lives lives;
    private final Filter scratch = new Filter();
    private long frames;
    private long late;
    private long repeated;
    private long full;

    Tracker(Settings settings) {
        this.settings = settings;
        history = new History(settings.rewind());
        measurements = new Measurements(settings);
        clusterer = new Clusterer(settings.clusters());
        visibility = new Visibility(settings.seen());
        association = new Association(settings, visibility);
        lives = new Lives(settings, ids);
    }

    /**
     * Takes in a frame.
     *
     * @return false when it was sensed too long before the newest one to be of use, or came before; it is counted and not used
     */
    boolean onFrame(DetectionFrame frame) {
        if (frame.sensedAt().isBefore(Instant.EPOCH) || !history.reaches(micros(frame.sensedAt()))) {
            late++;
            return false;
        }
        long time = micros(frame.sensedAt());
        if (history.holds(time, frame.device())) {
            repeated++;
            return false;
        }
        History.Entry entry = new History.Entry(time, frames++, frame);
        int at = history.insert(entry);
        boolean newest = at == history.size() - 1;
        for (int i = newest ? at : history.restore(tracks, entry); i < history.size(); i++) {
            step(history.get(i), history.get(i).number() == entry.number());
        }
        history.forget();
        noteIds();
        return true;
    }

    /** Forgets all tracks, as after the clock was set back. Ids go on. */
    void reset() {
        tracks.clear();
        history.clear();
        checks.clear();
    }

    /** Whether the sensors agree with what they see together. */
    SensorChecks checks() {
        return checks;
    }

    /** When the newest frame was sensed; {@link Instant#MIN} when there was none. */
    Instant newest() {
        return history.size() == 0 ? Instant.MIN : Instant.EPOCH.plus(history.newest(), ChronoUnit.MICROS);
    }

    /** The road users that are sure enough, by id, as they are at a time by straight motion since their last measurement. */
    List<RoadUser> roadUsersAt(Instant at) {
        long time = micros(at);
        List<RoadUser> users = new ArrayList<>(tracks.size());
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (lives.shown(track, time)) {
                users.add(track.roadUser(tracks.time, time, settings, scratch));
            }
        }
        users.sort(Comparator.comparingInt(RoadUser::id));
        return users;
    }

    /** Tracks of all kinds, also those that are not shown. */
    int size() {
        return tracks.size();
    }

    /** Frames that came too late. */
    long late() {
        return late;
    }

    /** Frames of a sensor that had sent one of the same time before. */
    long repeated() {
        return repeated;
    }

    /** Detections that were impossible, or more than fit. */
    long refused() {
        return measurements.refused();
    }

    /** Detections that began no track because too many are followed. */
    long full() {
        return full;
    }

    private void step(History.Entry entry, boolean fresh) {
        history.keep(tracks, entry);
        DetectionFrame frame = entry.frame();
        predict(entry.time());
        measurements.fill(frame);
        if (fresh && frame.sensor().kind() == SensorKind.RADAR) {
            strengths.watch(frame.sensor().id(), measurements);
            clusterer.watch(frame.sensor().id(), measurements);
        }
        strengths.sift(frame.sensor().id(), measurements);
        clusterer.merge(frame.sensor().id(), measurements);
        if (fresh) {
            checks.frame(frame, entry.time());
        }
        visibility.from(frame.sensor());
        association.solve(tracks, measurements, frame.sensor().kind());
        int old = tracks.size();
        rivals.begin(old);
        for (int i = 0; i < old; i++) {
            int found = association.measurementOf(i);
            rivals.hit(i, found != Assignment.NONE);
            if (found == Assignment.NONE) {
                lives.miss(tracks.get(i), association.unhidden(tracks, i));
            } else {
                if (fresh) {
                    compare(frame, tracks.get(i), measurements.get(found));
                }
                hit(i, measurements.get(found));
            }
        }
        rivals.judge(tracks, old, association);
        lives.confirm(tracks);
        for (int i = 0; i < measurements.size(); i++) {
            if (association.free(i)) {
                begin(entry, i);
            }
        }
        lives.lose(tracks);
        tracks.removeDeleted();
    }

    private void predict(long time) {
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            track.predict(tracks.time, time, settings);
            if (lives.outlived(track, time) || !track.filter.sound()) {
                track.life = LifeCycle.DELETED;
            }
        }
        lives.lose(tracks);
        tracks.removeDeleted();
        tracks.time = time;
    }

    private void compare(DetectionFrame frame, Track track, Measurement m) {
        Filter filter = track.filter;
        if (track.life == LifeCycle.CONFIRMED) {
            checks.compare(frame.sensor().id(), m.east, m.north, filter.east, filter.north, filter.ve, filter.vn);
        }
    }

    private void hit(int index, Measurement m) {
        Track track = tracks.get(index);
        if (m.name != null && !m.name.equals(track.selfReportId)) {
            tracks.unname(m.name);
        }
        track.update(tracks.time, m, association.evidence(track, m, association.seen(index)), settings);
    }

    private void begin(History.Entry entry, int index) {
        if (tracks.size() >= settings.maxTracks()) {
            full++;
            return;
        }
        Measurement m = measurements.get(index);
        double birth =
                switch (m.kind) {
                    case RADAR -> settings.seen().radarBirth();
                    case CAMERA, LIDAR -> settings.seen().cameraBirth() * Math.min(1, m.confidence / CONFIDENT);
                    case SELF_REPORT -> REPORTED_BIRTH;
                };
        long key = entry.number() * settings.maxDetections() + index;
        double odds = Settings.logit(Math.max(LEAST_BIRTH, birth));
        tracks.unname(m.name);
        Track track = tracks.add();
        track.start(key, entry.time(), m, odds, settings);
    }

    private void noteIds() {
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).id != IdPool.NONE) {
                ids.used(tracks.get(i).id, tracks.time);
            }
        }
        for (Lost lost : tracks.lost) {
            ids.used(lost.id(), tracks.time);
        }
        ids.sweep(tracks.time);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
