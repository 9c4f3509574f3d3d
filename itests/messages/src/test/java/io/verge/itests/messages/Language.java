package io.verge.itests.messages;

import io.verge.api.air.MessageSet;
import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.site.Site;
import io.verge.messages.csae.internal.CsaeConfig;
import io.verge.messages.csae.internal.CsaeMessageSet;
import io.verge.messages.etsi.internal.EtsiConfig;
import io.verge.messages.etsi.internal.EtsiMessageSet;
import io.verge.messages.sae.internal.SaeConfig;
import io.verge.messages.sae.internal.SaeMessageSet;
import io.verge.messages.testkit.Unit;
import io.verge.testkit.Crossing;
import io.verge.testkit.RandomAnnouncements;
import io.verge.testkit.RandomNotices;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The message sets as a box has them, and what they say of what the apps announce. */
enum Language {
    CSAE_2019 {
        @Override
        MessageSet set(Site site) {
            return new CsaeMessageSet(config(CsaeConfig.class, Map.of("edition", 2019)), site);
        }

        @Override
        Pdu pdu(MessageKind kind) {
            return new Pdu(Unit.CSAE_2019, "MessageFrame");
        }
    },
    CSAE_2020 {
        @Override
        MessageSet set(Site site) {
            return new CsaeMessageSet(config(CsaeConfig.class, Map.of()), site);
        }

        @Override
        Pdu pdu(MessageKind kind) {
            return new Pdu(Unit.CSAE_2020, "MessageFrame");
        }
    },
    SAE {
        @Override
        MessageSet set(Site site) {
            return new SaeMessageSet(config(SaeConfig.class, Map.of()), site);
        }

        @Override
        Pdu pdu(MessageKind kind) {
            return new Pdu(Unit.J2735, "MessageFrame");
        }
    },
    ETSI {
        @Override
        MessageSet set(Site site) {
            return new EtsiMessageSet(config(EtsiConfig.class, Map.of()), site);
        }

        @Override
        Pdu pdu(MessageKind kind) {
            return switch (kind) {
                case DENM -> new Pdu(Unit.ETSI_RELEASE1, "DENM");
                case CPM -> new Pdu(Unit.ETSI_CPM, "CollectivePerceptionMessage");
                case SPAT, MAP, SSM, RTCM -> new Pdu(Unit.ETSI_INFRASTRUCTURE, kind + "EM");
                default -> throw new IllegalArgumentException("never said: " + kind);
            };
        }
    };

    /** A type of a unit that is a message by itself. */
    record Pdu(Unit unit, String type) {
        Pdu {
            type = type.equals("SSMEM") ? "SSEM" : type;
        }
    }

    abstract MessageSet set(Site site);

    /** What a message of a kind is, for a decoder. */
    abstract Pdu pdu(MessageKind kind);

    /** All that is said of so many random announcements of each kind; what cannot be said is left off. */
    List<V2xFrame> speak(int rounds) {
        MessageSet set = set(Crossing.site(Crossing.map()));
        List<V2xFrame> frames = new ArrayList<>();
        for (int seed = 0; seed < rounds; seed++) {
            RandomAnnouncements random = new RandomAnnouncements(seed);
            List<Announcement> announcements = new ArrayList<>(new RandomNotices(seed).all());
            announcements.addAll(List.of(random.signal(), random.roadUsers(), random.map()));
            for (Announcement announcement : announcements) {
                frames.addAll(say(set, announcement));
            }
        }
        return frames;
    }

    static List<V2xFrame> say(MessageSet set, Announcement announcement) {
        try {
            return set.encode(announcement);
        } catch (UnspeakableException e) {
            return List.of();
        }
    }

    static byte[] octets(V2xFrame frame) {
        byte[] octets = new byte[frame.size()];
        frame.payload().get(octets);
        return octets;
    }

    /** A configuration with some values, and the defaults of the others. */
    private static <T extends Annotation> T config(Class<T> type, Map<String, Object> values) {
        Object config = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> Objects.requireNonNullElseGet(
                        values.get(method.getName()), () -> Objects.requireNonNull(method.getDefaultValue())));
        return type.cast(config);
    }
}
