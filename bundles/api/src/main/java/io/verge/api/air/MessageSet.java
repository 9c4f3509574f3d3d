package io.verge.api.air;

import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.ReceivedMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The messages of one region: the only place that knows bits. Safe for use by several threads. */
@ProviderType
public interface MessageSet {
    /** {@code csae}, {@code sae} or {@code etsi}. */
    String name();

    /** The kinds of announcement that this set can express. */
    Set<Announcement.Kind> speaks();

    /**
     * Makes messages of an announcement: one, or several when it does not fit into one; none when there is nothing to say, or
     * when the next message of another kind carries it, as SPAT does speed advice. Fields that are not known carry the
     * standard's value for "unavailable", never a guess.
     *
     * @throws UnspeakableException when the set has no message for it, or a value is out of the message's range
     */
    List<V2xFrame> encode(Announcement announcement) throws UnspeakableException;

    /**
     * Reads a message from the air.
     *
     * @param radio the device that received it
     * @return empty when the octets are not a message of this set
     */
    Optional<ReceivedMessage> decode(String radio, V2xFrame frame);
}
