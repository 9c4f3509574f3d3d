package io.verge.messages.sae.internal.dsrc;

import io.verge.api.air.UnspeakableException;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.facilities.element.PriorityFields;
import io.verge.messages.facilities.element.RoadUserFields;
import io.verge.messages.sae.j2735.BasicVehicleRole;
import io.verge.messages.sae.j2735.IntersectionAccessPoint;
import io.verge.messages.sae.j2735.Position3D;
import io.verge.messages.sae.j2735.PriorityRequestType;
import io.verge.messages.sae.j2735.RequestImportanceLevel;
import io.verge.messages.sae.j2735.RequestorDescription;
import io.verge.messages.sae.j2735.RequestorPositionVector;
import io.verge.messages.sae.j2735.RequestorType;
import io.verge.messages.sae.j2735.SignalRequest;
import io.verge.messages.sae.j2735.SignalRequestMessage;
import io.verge.messages.sae.j2735.SignalRequestPackage;
import io.verge.messages.sae.j2735.TransmissionAndSpeed;
import io.verge.messages.sae.j2735.TransmissionState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vehicle asks of the signals: SRM, with one request. */
public final class RequestMessage {
    /** By their numbers; 0 is not known. */
    private static final List<RequestImportanceLevel> LEVELS = List.of(RequestImportanceLevel.values());

    private static final int GREATEST_LEVEL = 14;

    private final String name;
    private final Requesters requesters;

    /**
     * For whoever asks.
     *
     * @param name the message's, for what is said of errors
     */
    public RequestMessage(String name, Requesters requesters) {
        this.name = name;
        this.requesters = requesters;
    }

    /**
     * One message.
     *
     * @throws UnspeakableException when the message cannot say who asks, or which request it is
     */
    public SignalRequestMessage of(PriorityRequest request, Instant time) throws UnspeakableException {
        SignalRequestMessage.Builder message = SignalRequestMessage.builder()
                .timeStamp(MinuteOfYear.of(time))
                .second(MinuteOfYear.millisOfMinute(time))
                .requests(List.of(asked(request, time)))
                .requestor(requester(request));
        return (request.sequence() < 0 ? message : message.sequenceNumber(PriorityFields.sequence(request))).build();
    }

    private SignalRequestPackage asked(PriorityRequest request, Instant time) throws UnspeakableException {
        SignalRequest.Builder ways = SignalRequest.builder()
                .id(SiteReferences.crossing(request.region(), request.crossing()))
                .requestID(PriorityFields.request(request, name))
                .requestType(type(request.action()))
                .inBoundLane(lane(request.fromLane()));
        SignalRequest way = (request.toLane() == null ? ways : ways.outBoundLane(lane(request.toLane()))).build();
        Instant arrival = PriorityFields.arrival(request, time);
        if (arrival == null) {
            return SignalRequestPackage.builder().request(way).build();
        }
        SignalRequestPackage.Builder asked = SignalRequestPackage.builder()
                .request(way)
                .minute(MinuteOfYear.of(arrival))
                .second(MinuteOfYear.millisOfMinute(arrival));
        Integer needed = PriorityFields.duration(arrival, request.departure());
        return (needed == null ? asked : asked.duration(needed)).build();
    }

    private static IntersectionAccessPoint lane(@Nullable Integer id) {
        return new IntersectionAccessPoint.Lane(PriorityFields.lane(id));
    }

    private static PriorityRequestType type(PriorityRequest.Action action) {
        return switch (action) {
            case REQUEST -> PriorityRequestType.PRIORITY_REQUEST;
            case UPDATE -> PriorityRequestType.PRIORITY_REQUEST_UPDATE;
            case CANCEL -> PriorityRequestType.PRIORITY_CANCELLATION;
        };
    }

    private RequestorDescription requester(PriorityRequest request) throws UnspeakableException {
        RequestorDescription.Builder requester =
                RequestorDescription.builder().id(requesters.vehicle(request.requester(), name));
        boolean leveled = request.level() > 0 && request.level() <= GREATEST_LEVEL;
        if (request.role() != Role.UNKNOWN || leveled) {
            BasicVehicleRole role = Requesters.role(request.role());
            RequestorType.Builder type =
                    RequestorType.builder().role(role == null ? BasicVehicleRole.BASIC_VEHICLE : role);
            requester.type((leveled ? type.request(LEVELS.get(request.level())) : type).build());
        }
        Wgs84 place = request.position();
        if (place != null) {
            requester.position(vector(place, request.speed()));
        }
        return requester.build();
    }

    private static RequestorPositionVector vector(Wgs84 place, double speed) {
        RequestorPositionVector.Builder vector = RequestorPositionVector.builder()
                .position(Position3D.builder()
                        .lat(Coordinates.latitude(place.latitude()))
                        .long_(Coordinates.longitude(place.longitude()))
                        .elevation(RoadUserFields.elevation(place.elevation()))
                        .build());
        if (!Double.isNaN(speed)) {
            vector.speed(new TransmissionAndSpeed(TransmissionState.UNAVAILABLE, DsrcUnits.speed(speed)));
        }
        return vector.build();
    }
}
