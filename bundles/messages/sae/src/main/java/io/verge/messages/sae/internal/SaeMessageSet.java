package io.verge.messages.sae.internal;

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
import io.verge.api.announcement.SignAnnouncement;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.geo.SiteFrame;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.MessageContent;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.site.Site;
import io.verge.api.time.Stamps;
import io.verge.messages.facilities.AdviceBook;
import io.verge.messages.sae.internal.dsrc.CorrectionsMessage;
import io.verge.messages.sae.internal.dsrc.MapMessage;
import io.verge.messages.sae.internal.dsrc.PriorityMessage;
import io.verge.messages.sae.internal.dsrc.PriorityRequests;
import io.verge.messages.sae.internal.dsrc.RequestMessage;
import io.verge.messages.sae.internal.dsrc.Requesters;
import io.verge.messages.sae.internal.dsrc.SignalMessage;
import io.verge.messages.sae.j2735.MessageFrame;
import io.verge.messages.sae.j2735.MessageFrameValue;
import io.verge.messages.sae.j2735.TravelerInformation;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The message set of SAE J2735 and J3224. */
@Component(
        service = {MessageSet.class, RoadUserMessages.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.messages.sae")
@Designate(ocd = SaeConfig.class)
public final class SaeMessageSet implements MessageSet, RoadUserMessages {
    private static final String NAME = "sae";
    private static final Set<Announcement.Kind> KINDS = Set.copyOf(EnumSet.allOf(Announcement.Kind.class));

    private static final Requesters REQUESTERS = Requesters.knownAsEntities();

    private static final int MAP_ID = 18;
    private static final int SPAT_ID = 19;
    private static final int RTCM_ID = 28;
    private static final int BSM_ID = 20;
    private static final int SRM_ID = 29;
    private static final int SSM_ID = 30;
    private static final int TIM_ID = 31;
    private static final int SDSM_ID = 41;

    private final Settings settings;
    private final AdviceBook advice = new AdviceBook();
    private final MapMessage map;
    private final SignalMessage signal;
    private final RoadUsersMessage roadUsers;
    private final EventMessage event;
    private final SignMessage sign;
    private final PriorityMessage priority = new PriorityMessage("SSM", REQUESTERS);
    private final CorrectionsMessage corrections = new CorrectionsMessage();
    private final RequestMessage request = new RequestMessage("SRM", REQUESTERS);
    private final Reception reception;

    @Activate
    public SaeMessageSet(SaeConfig config, @Reference Site site) {
        this(Settings.of(config, site.box()), site);
    }

    SaeMessageSet(Settings settings, Site site) {
        SiteFrame frame = site.frame();
        TravelerMessage traveler = new TravelerMessage(settings.rsu());
        Regions regions = new Regions(frame, site.map());
        this.settings = settings;
        map = new MapMessage("MAP", frame);
        signal = new SignalMessage("SPAT", SaeUnits.timeMark(settings.edition()), advice);
        roadUsers = new RoadUsersMessage(frame.origin(), settings);
        event = new EventMessage(traveler, regions, settings.itis());
        sign = new SignMessage(traveler, regions);
        double elevation = frame.origin().elevation();
        reception = new Reception(new PriorityRequests(REQUESTERS, site.map().orElse(null), elevation), elevation);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Announcement.Kind> speaks() {
        return KINDS;
    }

    /** Advice makes no messages of its own: the next SPAT carries it. */
    @Override
    public List<V2xFrame> encode(Announcement announcement) throws UnspeakableException {
        try {
            if (announcement instanceof SignalAnnouncement states) {
                return frames(MessageKind.SPAT, SPAT_ID, announcement, List.of(signal.of(states)));
            } else if (announcement instanceof RoadUsersAnnouncement users) {
                return frames(MessageKind.SDSM, SDSM_ID, announcement, roadUsers.of(users));
            } else if (announcement instanceof MapAnnouncement crossing) {
                return frames(MessageKind.MAP, MAP_ID, announcement, List.of(map.of(crossing)));
            } else if (announcement instanceof AdviceAnnouncement speeds) {
                advice.remember(speeds);
                return List.of();
            }
            return notices(announcement);
        } catch (CodecException e) {
            throw new UnspeakableException(announcement.kind() + ": " + e.getMessage(), e);
        }
    }

    private List<V2xFrame> notices(Announcement announcement) throws UnspeakableException, CodecException {
        if (announcement instanceof EventAnnouncement happening) {
            V2xFrame along = traveler(announcement, event.of(happening));
            return List.of(fits(along) ? along : traveler(announcement, event.inCircle(happening)));
        } else if (announcement instanceof SignAnnouncement shown) {
            V2xFrame along = traveler(announcement, sign.of(shown));
            return List.of(fits(along) ? along : traveler(announcement, sign.atPlace(shown)));
        } else if (announcement instanceof PriorityAnnouncement answers) {
            return frames(MessageKind.SSM, SSM_ID, announcement, priority.of(answers));
        } else if (announcement instanceof CorrectionsAnnouncement message) {
            return frames(MessageKind.RTCM, RTCM_ID, announcement, List.of(corrections.of(message)));
        }
        throw new UnspeakableException("SAE J2735 has no message here for " + announcement.kind());
    }

    @Override
    public Optional<V2xFrame> encode(MessageContent content, Instant time) {
        try {
            if (content instanceof SelfReport report) {
                return said(MessageKind.BSM, BSM_ID, SafetyMessage.of(report, time), time);
            } else if (content instanceof PriorityRequest asked) {
                return said(MessageKind.SRM, SRM_ID, request.of(asked, time), time);
            }
            return Optional.empty();
        } catch (CodecException | UnspeakableException e) {
            return Optional.empty();
        }
    }

    private Optional<V2xFrame> said(MessageKind kind, int messageId, @Nullable MessageFrameValue message, Instant time)
            throws CodecException {
        if (message == null) {
            return Optional.empty();
        }
        BitWriter out = new BitWriter();
        new MessageFrame(messageId, message, null).encode(out);
        ByteBuffer octets = ByteBuffer.wrap(out.toByteArray());
        return Optional.of(new V2xFrame(NAME, kind, settings.psid(kind), octets, time, Stamps.NONE));
    }

    private boolean fits(V2xFrame frame) {
        return frame.size() <= settings.octets();
    }

    private V2xFrame traveler(Announcement cause, TravelerInformation message) throws CodecException {
        return frames(MessageKind.TIM, TIM_ID, cause, List.of(message)).get(0);
    }

    private List<V2xFrame> frames(
            MessageKind kind, int messageId, Announcement cause, List<? extends MessageFrameValue> messages)
            throws CodecException {
        BitWriter out = new BitWriter();
        List<V2xFrame> frames = new ArrayList<>(messages.size());
        for (MessageFrameValue message : messages) {
            out.clear();
            new MessageFrame(messageId, message, null).encode(out);
            ByteBuffer octets = ByteBuffer.wrap(out.toByteArray());
            frames.add(new V2xFrame(NAME, kind, settings.psid(kind), octets, cause.time(), cause.stamps()));
        }
        return frames;
    }

    @Override
    public Optional<ReceivedMessage> decode(String radio, V2xFrame frame) {
        return reception.read(radio, frame);
    }
}
