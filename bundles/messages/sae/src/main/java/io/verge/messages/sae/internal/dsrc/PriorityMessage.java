package io.verge.messages.sae.internal.dsrc;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement.Answer;
import io.verge.api.announcement.PriorityAnnouncement.Status;
import io.verge.api.observation.PriorityRequest;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.Revision;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.facilities.element.PriorityFields;
import io.verge.messages.sae.j2735.IntersectionAccessPoint;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import io.verge.messages.sae.j2735.PrioritizationResponseStatus;
import io.verge.messages.sae.j2735.SignalRequesterInfo;
import io.verge.messages.sae.j2735.SignalStatus;
import io.verge.messages.sae.j2735.SignalStatusMessage;
import io.verge.messages.sae.j2735.SignalStatusPackage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How requests for priority stand as SSM: 32 a part, the parts numbered anew when anything in them changes. */
public final class PriorityMessage {
    private static final int PACKAGES = 32;
    private static final int PARTS = 32;

    private final String name;
    private final Requesters requesters;
    private final MessageCount count = new MessageCount();
    private final Revision revision = new Revision();

    /**
     * For a site.
     *
     * @param name the message's, for what is said of errors
     */
    public PriorityMessage(String name, Requesters requesters) {
        this.name = name;
        this.requesters = requesters;
    }

    /**
     * At most one message; none when there are no requests: then there is nothing to answer.
     *
     * @throws UnspeakableException when there are too many, or one that the message cannot name
     */
    public List<SignalStatusMessage> of(PriorityAnnouncement announcement) throws UnspeakableException {
        List<Status> statuses = announcement.statuses();
        if (statuses.isEmpty()) {
            return List.of();
        }
        if (statuses.size() > PACKAGES * PARTS) {
            throw new UnspeakableException(name + ": " + statuses.size() + " requests are more than the message takes");
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
                .status(parts(SiteReferences.crossing(announcement.map()), packages))
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

    private SignalStatusPackage answer(Status status, Instant now) throws UnspeakableException {
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

    private SignalRequesterInfo requester(PriorityRequest request) throws UnspeakableException {
        return new SignalRequesterInfo(
                requesters.vehicle(request.requester(), name),
                PriorityFields.request(request, name),
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
