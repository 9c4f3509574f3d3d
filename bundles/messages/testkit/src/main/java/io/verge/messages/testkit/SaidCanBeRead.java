package io.verge.messages.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.MessageSet;
import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.RandomAnnouncements;
import io.verge.testkit.RandomNotices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Whatever a message set says of any announcement has one encoding, and is understood by the set itself. */
public final class SaidCanBeRead {
    private SaidCanBeRead() {}

    /** Finds the codec of a message. */
    @FunctionalInterface
    public interface Codecs {
        Codec<?> of(byte[] octets) throws CodecException;
    }

    /**
     * Says one announcement of each kind, with what makes no sense among them.
     *
     * @param longest octets of a message of this kind
     */
    public static void check(MessageSet set, long seed, Codecs codecs, ToIntFunction<Announcement.Kind> longest)
            throws CodecException {
        RandomAnnouncements random = new RandomAnnouncements(seed);
        List<Announcement> announcements = new ArrayList<>(new RandomNotices(seed).all());
        announcements.addAll(List.of(random.signal(), random.roadUsers(), random.map()));
        for (Announcement announcement : announcements) {
            for (V2xFrame frame : said(set, announcement)) {
                byte[] octets = new byte[frame.size()];
                frame.payload().get(octets);
                assertThat(recoded(codecs.of(octets), octets)).isEqualTo(octets);
                assertThat(set.decode("rsu", frame))
                        .hasValueSatisfying(read -> assertThat(read.kind()).isEqualTo(frame.kind()));
                assertThat(frame.size()).isLessThanOrEqualTo(longest.applyAsInt(announcement.kind()));
            }
        }
    }

    private static List<V2xFrame> said(MessageSet set, Announcement announcement) {
        try {
            return set.encode(announcement);
        } catch (UnspeakableException e) {
            assertThat(e).as("what the set itself refuses").hasNoCause();
            return List.of();
        }
    }

    private static <T> byte[] recoded(Codec<T> codec, byte[] octets) throws CodecException {
        return codec.encode(codec.decode(octets));
    }
}
