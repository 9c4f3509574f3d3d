package io.verge.messages.etsi.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement.Answer;
import io.verge.api.announcement.PriorityAnnouncement.Status;
import io.verge.api.observation.PriorityRequest;
import io.verge.messages.etsi.infrastructure.IntersectionAccessPoint;
import io.verge.messages.etsi.infrastructure.IntersectionReferenceID;
import io.verge.messages.etsi.infrastructure.PrioritizationResponseStatus;
import io.verge.messages.etsi.infrastructure.SignalRequesterInfo;
import io.verge.messages.etsi.infrastructure.SignalStatus;
import io.verge.messages.etsi.infrastructure.SignalStatusMessage;
import io.verge.messages.etsi.infrastructure.SignalStatusPackage;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.Revision;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.facilities.element.PriorityFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How requests for priority stand as SSEM: 32 a part, the parts numbered anew when anything in them changes. */
final class PriorityMessage {
    private static final int PACKAGES = 32;
    private static final int PARTS = 32;

    private final MessageCount count = new MessageCount();
    private final Revision revision = new Revision();

    /** Empty when there are no requests: then there is nothing to answer. */
    List<SignalStatusMessage> of(PriorityAnnouncement announcement) throws UnspeakableException {
        List<Status> statuses = announcement.statuses();
        if (statuses.isEmpty()) {
            return List.of();
        }
        if (statuses.size() > PACKAGES * PARTS) {
            throw new UnspeakableException("SSEM: " + statuses.size() + " requests are more than the message takes");
        }
        List<SignalStatusPackage> packages = new ArrayList<>(statuses.size());
        Instant now = announcement.time();
        for (Status status : statuses) {
            packages.add(answer(status, now));
        }
        return List.of(SignalStatusMessage.builder()
                .timeStamp(MinuteOfYear.of(now))
                .second(MinuteOfYear.millisOfMinute(now))
                .sequenceNumber(count.next())
                .status(parts(SignalMessage.crossing(announcement.map()), packages))
                .build());
    }

    private List<SignalStatus> parts(IntersectionReferenceID crossing, List<SignalStatusPackage> packages) {
        int number = revision.of(packages);
        List<SignalStatus> parts = new ArrayList<>();
        for (int from = 0; from < packages.size(); from += PACKAGES) {
            List<SignalStatusPackage> part = packages.subList(from, Math.min(packages.size(), from + PACKAGES));
            parts.add(new SignalStatus(number, crossing, part, null, null));
        }
        return parts;
    }

    private static SignalStatusPackage answer(Status status, Instant now) throws UnspeakableException {
        PriorityRequest request = status.request();
        Instant arrival = PriorityFields.arrival(request, now);
        SignalStatusPackage.Builder told = SignalStatusPackage.builder()
                .requester(requester(request))
                .inboundOn(new IntersectionAccessPoint.Lane(PriorityFields.lane(request.fromLane())))
                .status(status(status.answer()));
        if (request.toLane() != null) {
            told.outboundOn(new IntersectionAccessPoint.Lane(PriorityFields.lane(request.toLane())));
        }
        if (arrival != null) {
            told.minute(MinuteOfYear.of(arrival)).second(MinuteOfYear.millisOfMinute(arrival));
            Integer duration = PriorityFields.duration(arrival, request.departure());
            if (duration != null) {
                told.duration(duration);
            }
        }
        return told.build();
    }

    private static SignalRequesterInfo requester(PriorityRequest request) throws UnspeakableException {
        return new SignalRequesterInfo(
                Requesters.vehicle(request.requester()),
                PriorityFields.request(request, "SSEM"),
                PriorityFields.sequence(request),
                Requesters.role(request.role()),
                null,
                null);
    }

    private static PrioritizationResponseStatus status(Answer answer) {
        return switch (answer) {
            case REQUESTED -> PrioritizationResponseStatus.REQUESTED;
            case PROCESSING -> PrioritizationResponseStatus.PROCESSING;
            case WATCH_OTHER_TRAFFIC -> PrioritizationResponseStatus.WATCH_OTHER_TRAFFIC;
            case GRANTED -> PrioritizationResponseStatus.GRANTED;
            case REJECTED -> PrioritizationResponseStatus.REJECTED;
            case MAX_PRESENCE -> PrioritizationResponseStatus.MAX_PRESENCE;
            case RESERVICE_LOCKED -> PrioritizationResponseStatus.RESERVICE_LOCKED;
        };
    }
}
