package io.verge.messages.csae.internal;

import io.verge.api.geo.Wgs84;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.Size;
import io.verge.api.site.Approach;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.messages.csae.edition2020.AccelerationSet4Way;
import io.verge.messages.csae.edition2020.BasicSafetyMessage;
import io.verge.messages.csae.edition2020.BrakeSystemStatus;
import io.verge.messages.csae.edition2020.DriveRequest;
import io.verge.messages.csae.edition2020.IARData;
import io.verge.messages.csae.edition2020.MovementEx;
import io.verge.messages.csae.edition2020.PathPlanningPoint;
import io.verge.messages.csae.edition2020.Position3D;
import io.verge.messages.csae.edition2020.PositionalAccuracy;
import io.verge.messages.csae.edition2020.ReqSignalPriority;
import io.verge.messages.csae.edition2020.ReqStatus;
import io.verge.messages.csae.edition2020.TransmissionState;
import io.verge.messages.csae.edition2020.VehIntentionAndRequest;
import io.verge.messages.csae.edition2020.VehicleClassification;
import io.verge.messages.csae.edition2020.VehicleSize;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.facilities.element.RoadUserFields;
import io.verge.messages.facilities.element.TemporaryId;
import io.verge.messages.facilities.element.VehicleClass;
import io.verge.messages.uper.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What vehicles say: BSM, alike in the editions, and VIR. A VIR does not say what role or level the requester has, nor until
 * when it needs the green, and knows no update: it just asks again.
 */
final class VehicleMessages {
    private static final int ID_LENGTH = 8;
    /** DE Acceleration and DE VerticalAcceleration that are not known; a yaw rate has no such value. */
    private static final AccelerationSet4Way NO_ACCELERATION = new AccelerationSet4Way(2001, 2001, -127, 0);

    private static final BrakeSystemStatus NO_BRAKES = new BrakeSystemStatus(null, null, null, null, null, null, null);
    private static final int ORIENTATION_UNAVAILABLE = 65_535;
    private static final int GREATEST_WIDTH = 1023;
    private static final int GREATEST_LENGTH = 4095;
    private static final int GREATEST_HEIGHT = 127;

    /** DE TimeOffset, milliseconds, its least value and the greatest that is not "unavailable". */
    private static final int OFFSET_MILLIS = 10;

    private static final int LEAST_OFFSET = 1;
    private static final int GREATEST_OFFSET = 65_534;

    private final @Nullable SiteMap map;

    /**
     * For a site.
     *
     * @param map null when it has none
     */
    VehicleMessages(@Nullable SiteMap map) {
        this.map = map;
    }

    /** Null when the message cannot say it. */
    @Nullable
    BasicSafetyMessage of(SelfReport report, Instant time) {
        String id = TemporaryId.digits(report.id(), ID_LENGTH);
        if (id == null || !RoadUserFields.speaksAsVehicle(report.type())) {
            return null;
        }
        BasicSafetyMessage.Builder message = BasicSafetyMessage.builder()
                .msgCnt(RoadUserFields.count(time))
                .id(Octets.ofHex(id))
                .secMark(MinuteOfYear.millisOfMinute(time))
                .pos(position(report.position()))
                .transmission(TransmissionState.UNAVAILABLE)
                .speed(DsrcUnits.speed(report.speed()))
                .heading(DsrcUnits.heading(report.heading()))
                .accelSet(NO_ACCELERATION)
                .brakes(NO_BRAKES)
                .size(size(report.size()))
                .vehicleClass(new VehicleClassification(VehicleClass.of(report.type()), null, null));
        int accuracy = RoadUserFields.accuracy(report.error());
        return accuracy == RoadUserFields.ACCURACY_UNAVAILABLE
                ? message.build()
                : message.posAccuracy(new PositionalAccuracy(accuracy, accuracy, ORIENTATION_UNAVAILABLE))
                        .build();
    }

    private static Position3D position(@Nullable Wgs84 place) {
        return place == null
                ? new Position3D(Coordinates.LATITUDE_UNAVAILABLE, Coordinates.LONGITUDE_UNAVAILABLE, null)
                : new Position3D(
                        Coordinates.latitude(place.latitude()),
                        Coordinates.longitude(place.longitude()),
                        RoadUserFields.elevation(place.elevation()));
    }

    private static VehicleSize size(@Nullable Size size) {
        if (size == null) {
            return new VehicleSize(DsrcUnits.SIZE_UNAVAILABLE, DsrcUnits.SIZE_UNAVAILABLE, null);
        }
        int height = DsrcUnits.length(size.height(), 0.05, GREATEST_HEIGHT);
        return new VehicleSize(
                DsrcUnits.length(size.width(), 0.01, GREATEST_WIDTH),
                DsrcUnits.length(size.length(), 0.01, GREATEST_LENGTH),
                height == DsrcUnits.SIZE_UNAVAILABLE ? null : height);
    }

    /** Null when the message cannot say it: it names a movement, which has to be on the map. */
    @Nullable
    VehIntentionAndRequest of(PriorityRequest request, Instant time) {
        String id = TemporaryId.digits(request.requester(), ID_LENGTH);
        MovementEx movement = movement(request);
        if (id == null || movement == null) {
            return null;
        }
        ReqSignalPriority priority = new ReqSignalPriority(
                SignalMessage.node(request.region(), request.crossing()),
                movement,
                offset(time, request.arrival()),
                null,
                null);
        ReqStatus status = request.action() == Action.CANCEL ? ReqStatus.CANCEL : ReqStatus.REQUEST;
        DriveRequest asked = new DriveRequest(request.request(), status, null, null, null, priority, null, null);
        return new VehIntentionAndRequest(
                RoadUserFields.count(time),
                Octets.ofHex(id),
                MinuteOfYear.millisOfMinute(time),
                position(request.position()),
                new IARData(here(request), null, null, List.of(asked), null),
                null);
    }

    /** Where it is, which is the reference position, with its speed; null when that is not known. */
    private static @Nullable PathPlanningPoint here(PriorityRequest request) {
        Wgs84 place = request.position();
        if (Double.isNaN(request.speed()) || place == null) {
            return null;
        }
        return PathPlanningPoint.builder()
                .pos(Offsets.from(place).to(place))
                .speed(DsrcUnits.speed(request.speed()))
                .build();
    }

    private static @Nullable Integer offset(Instant time, @Nullable Instant arrival) {
        if (arrival == null || arrival.isBefore(time)) {
            return null;
        }
        Duration ahead = Duration.between(time, arrival);
        return ahead.compareTo(Duration.ofMillis((long) GREATEST_OFFSET * OFFSET_MILLIS)) > 0
                ? null
                : (int) Math.max(LEAST_OFFSET, ahead.toMillis() / OFFSET_MILLIS);
    }

    /** The movement from lane to lane; null when it is not on the map. */
    private @Nullable MovementEx movement(PriorityRequest request) {
        if (map == null || map.region() != request.region() || map.id() != request.crossing()) {
            return null;
        }
        Lane from = lane(map, request.fromLane());
        Lane to = lane(map, request.toLane());
        if (from == null || to == null) {
            return null;
        }
        for (Connection way : from.connections()) {
            if (way.toLane() == to.id()) {
                return new MovementEx(
                        SignalMessage.node(map.region(), upstreamNode(map, to)), way.signalGroup(), null, null);
            }
        }
        return null;
    }

    private static @Nullable Lane lane(SiteMap map, @Nullable Integer id) {
        return map.lanes().stream()
                .filter(lane -> id != null && lane.id() == id)
                .findFirst()
                .orElse(null);
    }

    private static int upstreamNode(SiteMap map, Lane lane) {
        return map.approaches().stream()
                .filter(approach -> approach.id() == lane.approach())
                .mapToInt(Approach::upstreamNode)
                .findFirst()
                .orElse(0);
    }
}
