package io.verge.traffic;

import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A road event in the making, so that an app writes only what it knows. Its id and beginning are {@link EventLife}'s. */
public final class EventDraft {
    private final RoadEvent.Kind kind;
    private final Position position;
    private double radius = 10;
    private double confidence = 0.5;
    private Duration validity = Duration.ofSeconds(2);
    private @Nullable Instant expected;
    private List<Integer> lanes = List.of();
    private double heading = Double.NaN;
    private List<Integer> roadUsers = List.of();
    private @Nullable String detail;

    private EventDraft(RoadEvent.Kind kind, Position position) {
        this.kind = kind;
        this.position = position;
    }

    /** Concerns 10 m around, is half sure, may be believed for 2 s, happens now, unless said otherwise. */
    public static EventDraft of(RoadEvent.Kind kind, Position position) {
        return new EventDraft(kind, position);
    }

    /** Metres around the position that it concerns. */
    public EventDraft radius(double metres) {
        radius = metres;
        return this;
    }

    /** 0 to 1; what is beyond is cut off, NaN is 0. */
    public EventDraft confidence(double sure) {
        confidence = sure > 0 ? Math.min(1, sure) : 0;
        return this;
    }

    /** How long after the last update it may be believed. */
    public EventDraft validity(Duration time) {
        validity = time;
        return this;
    }

    /** When what is feared would happen. */
    public EventDraft expected(Instant time) {
        expected = time;
        return this;
    }

    /** The lanes that it concerns. */
    public EventDraft lanes(Integer... ids) {
        return lanes(List.of(ids));
    }

    /** The lanes that it concerns. */
    public EventDraft lanes(List<Integer> ids) {
        lanes = ids;
        return this;
    }

    /** Of what moves in it, degrees clockwise from north. */
    public EventDraft heading(double degrees) {
        heading = degrees;
        return this;
    }

    /** The ids of those in it. */
    public EventDraft roadUsers(Integer... ids) {
        return roadUsers(List.of(ids));
    }

    /** The ids of those in it. */
    public EventDraft roadUsers(List<Integer> ids) {
        roadUsers = ids;
        return this;
    }

    /** For people. */
    public EventDraft detail(String text) {
        detail = text;
        return this;
    }

    public RoadEvent build() {
        return new RoadEvent(
                "",
                kind,
                Instant.EPOCH,
                position,
                radius,
                confidence,
                validity,
                expected,
                lanes,
                heading,
                roadUsers,
                detail);
    }
}
