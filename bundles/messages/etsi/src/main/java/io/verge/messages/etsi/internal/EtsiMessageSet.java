package io.verge.messages.etsi.internal;

import io.verge.api.air.MessageSet;
import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.site.Site;
import io.verge.messages.etsi.CpmEdition;
import io.verge.messages.etsi.cpm.CollectivePerceptionMessage;
import io.verge.messages.etsi.infrastructure.ItsPduHeader;
import io.verge.messages.etsi.infrastructure.MAPEM;
import io.verge.messages.etsi.infrastructure.SPATEM;
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

/** The message set of ETSI ITS: facilities messages; who brings them on the air adds BTP and GeoNetworking. */
@Component(
        service = MessageSet.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.messages.etsi")
@Designate(ocd = EtsiConfig.class)
public final class EtsiMessageSet implements MessageSet {
    private static final String NAME = "etsi";
    private static final Set<Announcement.Kind> KINDS =
            Set.of(Announcement.Kind.MAP, Announcement.Kind.SIGNAL, Announcement.Kind.ROAD_USERS);

    private static final int SPATEM_ID = 4;
    private static final int MAPEM_ID = 5;

    private final Settings settings;
    private final MapMessage map;
    private final SignalMessage signal = new SignalMessage();
    private final RoadUsersMessage roadUsers;
    private final Reception reception;

    @Activate
    public EtsiMessageSet(EtsiConfig config, @Reference Site site) {
        this(Settings.of(config, site.box()), site);
    }

    EtsiMessageSet(Settings settings, Site site) {
        this.settings = settings;
        map = new MapMessage(site.frame());
        roadUsers = new RoadUsersMessage(site.frame().origin(), site.map(), settings);
        reception = new Reception(settings, site.frame().origin().elevation());
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
            }
        } catch (CodecException e) {
            throw new UnspeakableException(announcement.kind() + ": " + e.getMessage(), e);
        }
        throw new UnspeakableException("ETSI ITS has no message here for " + announcement.kind());
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

    private ItsPduHeader header(MessageKind kind, int messageId) {
        return new ItsPduHeader(settings.version(kind), messageId, settings.stationId());
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
