package io.verge.messages.csae.internal;

import io.verge.api.air.MessageSet;
import io.verge.api.air.RoadUserMessages;
import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.CorrectionsAnnouncement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.MapAnnouncement;
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
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.MapData;
import io.verge.messages.csae.edition2020.MessageFrame;
import io.verge.messages.csae.edition2020.MessageFrameExt;
import io.verge.messages.csae.edition2020.MessageFrameExtValue;
import io.verge.messages.csae.edition2020.RoadSideInformation;
import io.verge.messages.csae.edition2020.VehIntentionAndRequest;
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

/**
 * The message set of T/CSAE 53. SPAT and RSM are alike in the editions, so they are made of the types of 2020; MAP and RSI are
 * not, and what came with day 2 is only in that of 2020.
 */
@Component(
        service = {MessageSet.class, RoadUserMessages.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.messages.csae")
@Designate(ocd = CsaeConfig.class)
public final class CsaeMessageSet implements MessageSet, RoadUserMessages {
    private static final String NAME = "csae";
    private static final Set<Announcement.Kind> DAY_1 = Set.copyOf(EnumSet.of(
            Announcement.Kind.MAP,
            Announcement.Kind.SIGNAL,
            Announcement.Kind.ROAD_USERS,
            Announcement.Kind.EVENT,
            Announcement.Kind.SIGN));
    private static final Set<Announcement.Kind> DAY_2 =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Announcement.Kind.PRIORITY)));

    private static final int RTCM_ID = 10;
    private static final int RSC_ID = 11;
    private static final int VIR_ID = 13;

    private final Settings settings;
    private final MapMessage map;
    private final SignalMessage signal = new SignalMessage();
    private final RoadUsersMessage roadUsers;
    private final EventMessage event;
    private final SignMessage sign;
    private final AdviceMessage advice;
    private final CorrectionsMessage corrections = new CorrectionsMessage();
    private final VehicleMessages vehicles;
    private final Reception reception;

    @Activate
    public CsaeMessageSet(CsaeConfig config, @Reference Site site) {
        this(Settings.of(config, site.box()), site);
    }

    CsaeMessageSet(Settings settings, Site site) {
        SiteFrame frame = site.frame();
        RoadsideInformation information = new RoadsideInformation(frame, settings.rsu());
        LaneReferences lanes = new LaneReferences(frame, site.map());
        this.settings = settings;
        map = new MapMessage(frame, settings.edition());
        roadUsers = new RoadUsersMessage(frame, settings);
        event = new EventMessage(information, lanes, settings.eventTypes());
        sign = new SignMessage(information, lanes);
        advice = new AdviceMessage(frame, settings.rsu());
        vehicles = new VehicleMessages(site.map().orElse(null));
        reception = new Reception(
                settings.edition(), site.map().orElse(null), frame.origin().elevation());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Announcement.Kind> speaks() {
        return isOf2019() ? DAY_1 : DAY_2;
    }

    private boolean isOf2019() {
        return settings.edition() == CsaeEdition.EDITION_2019;
    }

    @Override
    public List<V2xFrame> encode(Announcement announcement) throws UnspeakableException {
        if (!speaks().contains(announcement.kind())) {
            throw new UnspeakableException(
                    "T/CSAE 53 of " + settings.edition().year() + " has no message here for " + announcement.kind());
        }
        try {
            if (announcement instanceof SignalAnnouncement states) {
                return frames(MessageKind.SPAT, announcement, signal.of(states));
            } else if (announcement instanceof RoadUsersAnnouncement users) {
                return frames(MessageKind.RSM, announcement, roadUsers.of(users));
            } else if (announcement instanceof MapAnnouncement crossing) {
                return List.of(frame(MessageKind.MAP, announcement, octets(map.of(crossing))));
            }
            return notices(announcement);
        } catch (CodecException e) {
            throw new UnspeakableException(announcement.kind() + ": " + e.getMessage(), e);
        }
    }

    private List<V2xFrame> notices(Announcement announcement) throws UnspeakableException, CodecException {
        if (announcement instanceof EventAnnouncement happening) {
            return List.of(frame(MessageKind.RSI, announcement, octets(event.of(happening))));
        } else if (announcement instanceof SignAnnouncement shown) {
            return List.of(frame(MessageKind.RSI, announcement, octets(sign.of(shown))));
        } else if (announcement instanceof AdviceAnnouncement speeds) {
            return frames(MessageKind.RSC, announcement, extended(RSC_ID, advice.of(speeds)));
        } else if (announcement instanceof CorrectionsAnnouncement message) {
            return frames(MessageKind.RTCM, announcement, extended(RTCM_ID, List.of(corrections.of(message))));
        }
        throw new UnspeakableException("T/CSAE 53 has no message here for " + announcement.kind());
    }

    private static List<MessageFrameExt> extended(int messageId, List<? extends MessageFrameExtValue> messages) {
        List<MessageFrameExt> frames = new ArrayList<>(messages.size());
        for (MessageFrameExtValue message : messages) {
            frames.add(new MessageFrameExt(messageId, message, null));
        }
        return frames;
    }

    @Override
    public Optional<V2xFrame> encode(MessageContent content, Instant time) {
        if (content instanceof SelfReport report) {
            return said(MessageKind.BSM, vehicles.of(report, time), time);
        } else if (content instanceof PriorityRequest request && !isOf2019()) {
            VehIntentionAndRequest message = vehicles.of(request, time);
            return said(MessageKind.VIR, message == null ? null : new MessageFrameExt(VIR_ID, message, null), time);
        }
        return Optional.empty();
    }

    private Optional<V2xFrame> said(MessageKind kind, @Nullable MessageFrame message, Instant time) {
        if (message == null) {
            return Optional.empty();
        }
        BitWriter out = new BitWriter();
        try {
            MessageFrame.encode(out, message);
            ByteBuffer octets = ByteBuffer.wrap(out.toByteArray());
            return Optional.of(new V2xFrame(NAME, kind, settings.aid(kind), octets, time, Stamps.NONE));
        } catch (CodecException e) {
            return Optional.empty();
        }
    }

    private byte[] octets(MapData message) throws CodecException {
        BitWriter out = new BitWriter();
        if (isOf2019()) {
            io.verge.messages.csae.edition2019.MessageFrame.encode(out, Map2019.of(message));
        } else {
            MessageFrame.encode(out, message);
        }
        return out.toByteArray();
    }

    private byte[] octets(RoadSideInformation message) throws CodecException {
        BitWriter out = new BitWriter();
        if (isOf2019()) {
            io.verge.messages.csae.edition2019.MessageFrame.encode(out, Rsi2019.of(message));
        } else {
            MessageFrame.encode(out, message);
        }
        return out.toByteArray();
    }

    private List<V2xFrame> frames(MessageKind kind, Announcement cause, List<? extends MessageFrame> messages)
            throws CodecException {
        BitWriter out = new BitWriter();
        List<V2xFrame> frames = new ArrayList<>(messages.size());
        for (MessageFrame message : messages) {
            out.clear();
            MessageFrame.encode(out, message);
            frames.add(frame(kind, cause, out.toByteArray()));
        }
        return frames;
    }

    private V2xFrame frame(MessageKind kind, Announcement cause, byte[] octets) {
        return new V2xFrame(NAME, kind, settings.aid(kind), ByteBuffer.wrap(octets), cause.time(), cause.stamps());
    }

    @Override
    public Optional<ReceivedMessage> decode(String radio, V2xFrame frame) {
        return reception.read(radio, frame);
    }
}
