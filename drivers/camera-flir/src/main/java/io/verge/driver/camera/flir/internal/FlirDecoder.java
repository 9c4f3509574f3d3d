package io.verge.driver.camera.flir.internal;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.Observation;
import io.verge.api.observation.Sensor;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.Decoder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Data messages to frames, one each. */
final class FlirDecoder implements Decoder {
    /** The data that is subscribed to. */
    static final String TYPE = "PedestrianPresenceTracking";

    /** Metres: no track is farther from the camera. */
    private static final double MAX_DISTANCE = 1000;

    /** m/s. */
    private static final double MAX_SPEED = 100;

    /** Length and width of an upright person; the camera does not measure them. */
    private static final Size PERSON = new Size(0.5, 0.6, Double.NaN);

    private static final Map<String, RoadUserType> TYPES = Map.ofEntries(
            Map.entry("pedestrian", RoadUserType.PEDESTRIAN),
            Map.entry("person", RoadUserType.PEDESTRIAN),
            Map.entry("bicycle", RoadUserType.BICYCLE),
            Map.entry("bike", RoadUserType.BICYCLE),
            Map.entry("cyclist", RoadUserType.BICYCLE),
            Map.entry("motorcycle", RoadUserType.MOTORCYCLE),
            Map.entry("motorbike", RoadUserType.MOTORCYCLE),
            Map.entry("car", RoadUserType.CAR),
            Map.entry("van", RoadUserType.CAR),
            Map.entry("bus", RoadUserType.BUS),
            Map.entry("truck", RoadUserType.TRUCK),
            Map.entry("animal", RoadUserType.ANIMAL));

    private final FlirReader reader = new FlirReader();
    private final Settings settings;
    private final Counters.Counter detected;
    private final Counters.Counter badMessages;
    private final Counters.Counter otherTypes;
    private final Counters.Counter implausible;
    private final Counters.Counter unknownClasses;
    private final Counters.Counter tooManyTracks;
    private final Counters.Counter clockOffset;
    private final Counters.Counter geoFallbacks;

    /** How the angle of a track is to be read. */
    enum Angles {
        /** Counter-clockwise from the camera's right hand, as x and y span the unit circle. */
        UNIT_CIRCLE,
        /** Clockwise from the direction of view. */
        COMPASS
    }

    /**
     * What the decoder is to know of its camera.
     *
     * @param angles how the camera states directions
     * @param rotation is added to each heading, degrees clockwise
     * @param geo places tracks by their latitude and longitude; null for x and y
     * @param maxClockOffset how far the camera's clock may be off
     * @param latency from what the camera saw until its message is here, when its clock is off farther
     */
    record Settings(
            Sensor sensor,
            Angles angles,
            double rotation,
            @Nullable SiteFrame geo,
            Duration maxClockOffset,
            Duration latency) {}

    FlirDecoder(Settings settings, Counters counters) {
        this.settings = settings;
        detected = counters.counter("detections");
        badMessages = counters.counter("badMessages");
        otherTypes = counters.counter("otherTypes");
        implausible = counters.counter("implausible");
        unknownClasses = counters.counter("unknownClasses");
        tooManyTracks = counters.counter("tooManyTracks");
        clockOffset = counters.counter("clockOffset");
        geoFallbacks = counters.counter("geoFallbacks");
    }

    @Override
    public void decode(ByteBuffer octets, Arrival arrival, Consumer<? super Observation> out) {
        FlirMessage message = reader.read(octets);
        if (message == null) {
            badMessages.increment();
        } else if (!message.kind().equals("Data") || !message.type().equals(TYPE)) {
            otherTypes.increment();
        } else if (message.tracks() == null) {
            badMessages.increment();
        } else {
            out.accept(frame(message, message.tracks(), arrival));
        }
    }

    private DetectionFrame frame(FlirMessage message, List<FlirTrack> tracks, Arrival arrival) {
        tooManyTracks.add(message.dropped());
        List<Detection> detections = new ArrayList<>();
        for (FlirTrack track : tracks) {
            ObjectDetection detection = detection(track);
            if (detection == null) {
                implausible.increment();
            } else {
                detections.add(detection);
            }
        }
        detected.add(detections.size());
        double number = FlirReader.number(message.number());
        return new DetectionFrame(
                settings.sensor(),
                sensedAt(message.time(), arrival.time()),
                arrival.stamps(),
                number >= 0 && number <= Long.MAX_VALUE ? (long) number : -1,
                detections);
    }

    private Instant sensedAt(String time, Instant arrived) {
        Instant told = instant(time);
        if (told != null && Duration.between(told, arrived).abs().compareTo(settings.maxClockOffset()) <= 0) {
            return told;
        }
        clockOffset.increment();
        return arrived.minus(settings.latency());
    }

    private static @Nullable Instant instant(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private @Nullable ObjectDetection detection(FlirTrack track) {
        Position position = position(track);
        if (position == null || track.speed() < 0 || track.speed() > MAX_SPEED) {
            return null;
        }
        RoadUserType type = TYPES.getOrDefault(track.kind().strip().toLowerCase(Locale.ROOT), RoadUserType.UNKNOWN);
        if (type == RoadUserType.UNKNOWN) {
            unknownClasses.increment();
        }
        return new ObjectDetection(
                position,
                type,
                type == RoadUserType.UNKNOWN ? 0 : 1,
                velocity(track),
                type == RoadUserType.PEDESTRIAN ? PERSON : null,
                track.id().isEmpty() ? null : track.id());
    }

    private @Nullable Position position(FlirTrack track) {
        SiteFrame geo = settings.geo();
        Mount mount = settings.sensor().mount();
        if (geo != null) {
            Position place = place(track, geo);
            if (place != null && place.distanceTo(mount.position()) <= MAX_DISTANCE) {
                return place;
            }
            geoFallbacks.increment();
        }
        if (!(Math.hypot(track.x(), track.y()) <= MAX_DISTANCE)) {
            return null;
        }
        Position moved = level(mount).toSite(track.x(), track.y(), 0);
        return new Position(moved.east(), moved.north(), 0);
    }

    /** Of a camera that does not know where it is, latitude and longitude are missing or zero. */
    private static @Nullable Position place(FlirTrack track, SiteFrame geo) {
        double latitude = track.latitude();
        double longitude = track.longitude();
        boolean usable = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude != 0 || longitude != 0);
        if (!usable) {
            return null;
        }
        Position place = geo.toSite(new Wgs84(latitude, longitude, geo.origin().elevation()));
        return new Position(place.east(), place.north(), 0);
    }

    /** Zero without an angle: the camera leaves it out of who stands. */
    private @Nullable Velocity velocity(FlirTrack track) {
        if (Double.isNaN(track.angle())) {
            return Velocity.ZERO;
        }
        if (Double.isNaN(track.speed())) {
            return null;
        }
        double clockwise =
                switch (settings.angles()) {
                    case UNIT_CIRCLE -> 90 - track.angle();
                    case COMPASS -> track.angle();
                };
        double heading = Math.toRadians(settings.sensor().mount().azimuth() + settings.rotation() + clockwise);
        return new Velocity(track.speed() * Math.sin(heading), track.speed() * Math.cos(heading));
    }

    /** The camera tells places on the ground, so its tilt is in them already. */
    private static Mount level(Mount mount) {
        return new Mount(mount.position(), mount.azimuth(), 0);
    }
}
