package io.verge.messages.etsi.internal;

import io.verge.api.air.MessageSet;
import io.verge.api.air.RoadUserMessages;
import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.MessageContent;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.site.Site;
import io.verge.api.time.Stamps;
import io.verge.messages.etsi.BtpPort;
import io.verge.messages.etsi.CpmEdition;
import io.verge.messages.etsi.cpm.CollectivePerceptionMessage;
import io.verge.messages.etsi.infrastructure.ItsPduHeader;
import io.verge.messages.etsi.infrastructure.MAPEM;
import io.verge.messages.etsi.infrastructure.RTCMEM;
import io.verge.messages.etsi.infrastructure.SPATEM;
import io.verge.messages.etsi.infrastructure.SREM;
import io.verge.messages.etsi.infrastructure.SSEM;
import io.verge.messages.etsi.infrastructure.SignalStatusMessage;
import io.verge.messages.etsi.internal.dsrc.CorrectionsMessage;
import io.verge.messages.etsi.internal.dsrc.MapMessage;
import io.verge.messages.etsi.internal.dsrc.PriorityMessage;
import io.verge.messages.etsi.internal.dsrc.PriorityRequests;
import io.verge.messages.etsi.internal.dsrc.RequestMessage;
import io.verge.messages.etsi.internal.dsrc.Requesters;
import io.verge.messages.etsi.internal.dsrc.SignalMessage;
import io.verge.messages.etsi.release1.CAM;
import io.verge.messages.etsi.release1.DENM;
import io.verge.messages.facilities.AdviceBook;
import io.verge.messages.facilities.element.RoadUserFields;
import io.verge.messages.facilities.element.TemporaryId;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The message set of ETSI ITS: facilities messages; who brings them on the air adds BTP and GeoNetworking. */
@Component(
        service = {MessageSet.class, RoadUserMessages.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.messages.etsi")
@Designate(ocd = EtsiConfig.class)
public final class EtsiMessageSet implements MessageSet, RoadUserMessages {
    private static final String NAME = "etsi";
    /** Signs go into IVIM, whose notation is not compiled in. */
    private static final Set<Announcement.Kind> KINDS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Announcement.Kind.SIGN)));

    private static final Requesters REQUESTERS = Requesters.knownAsStations();

    private static final int DENM_ID = 1;
    private static final int CAM_ID = 2;
    private static final int SPATEM_ID = 4;
    private static final int MAPEM_ID = 5;
    private static final int SREM_ID = 9;
    private static final int SSEM_ID = 10;
    private static final int RTCMEM_ID = 13;
    private static final int STATION_LENGTH = 4;

    private final Settings settings;
    private final MapMessage map;
    private final AdviceBook advice = new AdviceBook();
    private final SignalMessage signal = new SignalMessage("SPATEM", EtsiUnits.TIME_MARK, advice);
    private final RoadUsersMessage roadUsers;
    private final EventMessage event;
    private final PriorityMessage priority = new PriorityMessage("SSEM", REQUESTERS);
    private final CorrectionsMessage corrections = new CorrectionsMessage();
    private final RequestMessage request = new RequestMessage("SREM", REQUESTERS);
    private final Reception reception;

    @Activate
    public EtsiMessageSet(EtsiConfig config, @Reference Site site) {
        this(Settings.of(config, site.box()), site);
    }

    EtsiMessageSet(Settings settings, Site site) {
        this.settings = settings;
        map = new MapMessage("MAPEM", site.frame());
        roadUsers = new RoadUsersMessage(site.frame().origin(), site.map(), settings);
        event = new EventMessage(site.frame(), settings);
        double elevation = site.frame().origin().elevation();
        reception = new Reception(
                settings, new PriorityRequests(REQUESTERS, site.map().orElse(null), elevation), elevation);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Announcement.Kind> speaks() {
        return KINDS;
    }

    /** Advice makes no messages of its own: the next SPATEM carries it. */
    @Override
    public List<V2xFrame> encode(Announcement announcement) throws UnspeakableException {
        BitWriter out = new BitWriter();
        try {
            if (announcement instanceof SignalAnnouncement states) {
                new SPATEM(header(MessageKind.SPAT, SPATEM_ID), signal.of(states)).encode(out);
                return List.of(frame(MessageKind.SPAT, announcement, out));
            } else if (announcement instanceof MapAnnouncement crossing) {
                new MAPEM(header(MessageKind.MAP, MAPEM_ID), map.of(crossing)).encode(out);
                return List.of(frame(MessageKind.MAP, announcement, out));
            } else if (announcement instanceof RoadUsersAnnouncement users) {
                return perception(users, out);
            } else if (announcement instanceof AdviceAnnouncement speeds) {
                advice.remember(speeds);
                return List.of();
            }
            return notices(announcement, out);
        } catch (CodecException e) {
            throw new UnspeakableException(announcement.kind() + ": " + e.getMessage(), e);
        }
    }

    private List<V2xFrame> notices(Announcement announcement, BitWriter out)
            throws UnspeakableException, CodecException {
        if (announcement instanceof EventAnnouncement happening) {
            new DENM(denmHeader(), event.of(happening)).encode(out);
            return List.of(frame(MessageKind.DENM, announcement, out));
        } else if (announcement instanceof PriorityAnnouncement answers) {
            return answers(answers, out);
        } else if (announcement instanceof CorrectionsAnnouncement message) {
            new RTCMEM(header(MessageKind.RTCM, RTCMEM_ID), corrections.of(message)).encode(out);
            return List.of(frame(MessageKind.RTCM, announcement, out));
        }
        throw new UnspeakableException("ETSI ITS has no message here for " + announcement.kind());
    }

    private List<V2xFrame> answers(PriorityAnnouncement announcement, BitWriter out)
            throws UnspeakableException, CodecException {
        List<V2xFrame> frames = new ArrayList<>();
        for (SignalStatusMessage message : priority.of(announcement)) {
            out.clear();
            new SSEM(header(MessageKind.SSM, SSEM_ID), message).encode(out);
            frames.add(frame(MessageKind.SSM, announcement, out));
        }
        return frames;
    }

    private List<V2xFrame> perception(RoadUsersAnnouncement users, BitWriter out)
            throws UnspeakableException, CodecException {
        List<CollectivePerceptionMessage> messages = roadUsers.of(users);
        List<V2xFrame> frames = new ArrayList<>(messages.size());
        for (CollectivePerceptionMessage message : messages) {
            out.clear();
            if (settings.dictionary() == CpmEdition.CDD_2_4_1) {
                LaterDictionary.of(message).encode(out);
            } else {
                message.encode(out);
            }
            frames.add(frame(MessageKind.CPM, users, out));
        }
        return frames;
    }

    @Override
    public Optional<V2xFrame> encode(MessageContent content, Instant time) {
        BitWriter out = new BitWriter();
        try {
            if (content instanceof SelfReport report) {
                return awareness(report, time, out);
            } else if (content instanceof PriorityRequest asked) {
                return request(asked, time, out);
            }
            return Optional.empty();
        } catch (CodecException | UnspeakableException e) {
            return Optional.empty();
        }
    }

    private Optional<V2xFrame> awareness(SelfReport report, Instant time, BitWriter out) throws CodecException {
        String id = TemporaryId.digits(report.id(), STATION_LENGTH);
        if (id == null || !RoadUserFields.speaksAsVehicle(report.type())) {
            return Optional.empty();
        }
        var header = new io.verge.messages.etsi.release1.ItsPduHeader(Settings.RELEASE_2, CAM_ID, station(id));
        new CAM(header, AwarenessMessage.of(report, time, settings.leapSeconds())).encode(out);
        return Optional.of(said(MessageKind.CAM, BtpPort.CAM, time, out));
    }

    /** A requester that names itself by an id other than its station's has a station whose id is not known: 0. */
    private Optional<V2xFrame> request(PriorityRequest asked, Instant time, BitWriter out)
            throws CodecException, UnspeakableException {
        String id = TemporaryId.digits(asked.requester(), STATION_LENGTH);
        ItsPduHeader header = new ItsPduHeader(Settings.RELEASE_2, SREM_ID, id == null ? 0 : station(id));
        new SREM(header, request.of(asked, time)).encode(out);
        return Optional.of(said(MessageKind.SRM, BtpPort.SREM, time, out));
    }

    private static long station(String digits) {
        return HexFormat.fromHexDigitsToLong(digits);
    }

    private static V2xFrame said(MessageKind kind, BtpPort port, Instant time, BitWriter out) {
        return new V2xFrame(NAME, kind, port.number(), ByteBuffer.wrap(out.toByteArray()), time, Stamps.NONE);
    }

    private ItsPduHeader header(MessageKind kind, int messageId) {
        return new ItsPduHeader(settings.version(kind), messageId, settings.stationId());
    }

    /** The same header, in the types of the unit that DENM is of. */
    private io.verge.messages.etsi.release1.ItsPduHeader denmHeader() {
        return new io.verge.messages.etsi.release1.ItsPduHeader(
                settings.version(MessageKind.DENM), DENM_ID, settings.stationId());
    }

    private V2xFrame frame(MessageKind kind, Announcement cause, BitWriter out) {
        ByteBuffer octets = ByteBuffer.wrap(out.toByteArray());
        return new V2xFrame(NAME, kind, settings.port(kind), octets, cause.time(), cause.stamps());
    }

    @Override
    public Optional<ReceivedMessage> decode(String radio, V2xFrame frame) {
        return reception.read(radio, frame);
    }
}
