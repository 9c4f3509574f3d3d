package io.verge.driver.simulator.internal.play;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The messages of a FLIR camera: JSON with every value a text; who stands has no angle. */
final class FlirMessage {
    /** The answer to a subscription. */
    static final String SUBSCRIBED =
            "{\"messageType\":\"Subscription\",\"subscription\":{\"returnValue\":\"OK\",\"type\":\"Data\"}}";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.ofHours(8));
    /** Real ones do not fit into 16 bits either. */
    private static final int FIRST_ID = 15_968_000;

    private static final double STANDS = 0.05;

    private final SiteFrame frame;
    private final Mount mount;

    FlirMessage(SiteFrame frame, Mount mount) {
        this.frame = frame;
        this.mount = new Mount(mount.position(), mount.azimuth(), 0);
    }

    /** One data message. */
    String of(long number, Instant time, List<CameraModel.Track> tracks) {
        String all = tracks.stream().map(this::track).collect(Collectors.joining(","));
        return "{\"dataNumber\":\"" + number + "\",\"messageType\":\"Data\",\"time\":\"" + TIME.format(time)
                + "\",\"track\":[" + all + "],\"type\":\"PedestrianPresenceTracking\"}";
    }

    private String track(CameraModel.Track track) {
        Position ground = mount.toSite(track.right(), track.forward(), 0);
        Wgs84 place = frame.toWgs84(new Position(ground.east(), ground.north(), 0));
        String angle = track.speed() < STANDS
                ? ""
                : String.format(Locale.ROOT, "\"angle\":\"%.8f\",", (track.direction() + 360) % 360);
        return String.format(
                Locale.ROOT,
                "{%s\"class\":\"Pedestrian\",\"iD\":\"%d\",\"latitude\":\"%.8f\",\"longitude\":\"%.8f\","
                        + "\"speed\":\"%.8f\",\"x\":\"%.8f\",\"y\":\"%.8f\"}",
                angle,
                FIRST_ID + track.body().id(),
                place.latitude(),
                place.longitude(),
                track.speed(),
                track.right(),
                track.forward());
    }
}
