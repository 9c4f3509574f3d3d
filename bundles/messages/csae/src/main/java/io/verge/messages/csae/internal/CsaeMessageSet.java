package io.verge.messages.csae.internal;

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
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.MapData;
import io.verge.messages.csae.edition2020.MessageFrame;
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

/**
 * The message set of T/CSAE 53. SPAT and RSM are alike in the editions, so they are made of the types of 2020; MAP is not.
 */
@Component(
        service = MessageSet.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.messages.csae")
@Designate(ocd = CsaeConfig.class)
public final class CsaeMessageSet implements MessageSet {
    private static final String NAME = "csae";
    private static final Set<Announcement.Kind> KINDS =
            Set.of(Announcement.Kind.MAP, Announcement.Kind.SIGNAL, Announcement.Kind.ROAD_USERS);

    private final Settings settings;
    private final MapMessage map;
    private final SignalMessage signal;
    private final RoadUsersMessage roadUsers;
    private final Reception reception;

    @Activate
    public CsaeMessageSet(CsaeConfig config, @Reference Site site) {
        this(Settings.of(config, site.box()), site.frame());
    }

    CsaeMessageSet(Settings settings, SiteFrame frame) {
        this.settings = settings;
        map = new MapMessage(frame, settings.edition());
        signal = new SignalMessage();
        roadUsers = new RoadUsersMessage(frame, settings);
        reception = new Reception(settings.edition(), frame.origin().elevation());
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
        if (announcement instanceof SignalAnnouncement states) {
            return frames(MessageKind.SPAT, announcement, signal.of(states));
        } else if (announcement instanceof RoadUsersAnnouncement users) {
            return frames(MessageKind.RSM, announcement, roadUsers.of(users));
        } else if (announcement instanceof MapAnnouncement crossing) {
            return List.of(frame(MessageKind.MAP, announcement, octets(map.of(crossing))));
        }
        throw new UnspeakableException("T/CSAE 53 has no message here for " + announcement.kind());
    }

    private byte[] octets(MapData message) throws UnspeakableException {
        BitWriter out = new BitWriter();
        try {
            if (settings.edition() == CsaeEdition.EDITION_2019) {
                io.verge.messages.csae.edition2019.MessageFrame.encode(out, Map2019.of(message));
            } else {
                MessageFrame.encode(out, message);
            }
        } catch (CodecException e) {
            throw new UnspeakableException("MAP: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private List<V2xFrame> frames(MessageKind kind, Announcement cause, List<? extends MessageFrame> messages)
            throws UnspeakableException {
        BitWriter out = new BitWriter();
        List<V2xFrame> frames = new ArrayList<>(messages.size());
        try {
            for (MessageFrame message : messages) {
                out.clear();
                MessageFrame.encode(out, message);
                frames.add(frame(kind, cause, out.toByteArray()));
            }
        } catch (CodecException e) {
            throw new UnspeakableException(kind + ": " + e.getMessage(), e);
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
