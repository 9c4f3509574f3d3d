package io.verge.messages.sae.internal;

import io.verge.api.air.MessageSet;
import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.geo.SiteFrame;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.site.Site;
import io.verge.messages.sae.j2735.MessageFrame;
import io.verge.messages.sae.j2735.MessageFrameValue;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The message set of SAE J2735 and J3224. */
@Component(
        service = MessageSet.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.messages.sae")
@Designate(ocd = SaeConfig.class)
public final class SaeMessageSet implements MessageSet {
    private static final String NAME = "sae";
    private static final Set<Announcement.Kind> KINDS =
            Set.of(Announcement.Kind.MAP, Announcement.Kind.SIGNAL, Announcement.Kind.ROAD_USERS);

    private static final int MAP_ID = 18;
    private static final int SPAT_ID = 19;
    private static final int SDSM_ID = 41;

    private final Settings settings;
    private final MapMessage map;
    private final SignalMessage signal;
    private final RoadUsersMessage roadUsers;
    private final Reception reception;

    @Activate
    public SaeMessageSet(SaeConfig config, @Reference Site site) {
        this(Settings.of(config, site.box()), site.frame());
    }

    SaeMessageSet(Settings settings, SiteFrame frame) {
        this.settings = settings;
        map = new MapMessage(frame);
        signal = new SignalMessage(settings.edition());
        roadUsers = new RoadUsersMessage(frame.origin(), settings);
        reception = new Reception(frame.origin().elevation());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Announcement.Kind> speaks() {
        return KINDS;
    }

    @Override
    public List<V2xFrame> encode(Announcement announcement) throws UnspeakableException {
        try {
            if (announcement instanceof SignalAnnouncement states) {
                return frames(MessageKind.SPAT, SPAT_ID, announcement, List.of(signal.of(states)));
            } else if (announcement instanceof RoadUsersAnnouncement users) {
                return frames(MessageKind.SDSM, SDSM_ID, announcement, roadUsers.of(users));
            } else if (announcement instanceof MapAnnouncement crossing) {
                return frames(MessageKind.MAP, MAP_ID, announcement, List.of(map.of(crossing)));
            }
        } catch (CodecException e) {
            throw new UnspeakableException(announcement.kind() + ": " + e.getMessage(), e);
        }
        throw new UnspeakableException("SAE J2735 has no message here for " + announcement.kind());
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
