package io.verge.messages.csae.internal;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.MessageContent;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.site.SiteMap;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.BasicSafetyMessage;
import io.verge.messages.csae.edition2020.MapData;
import io.verge.messages.csae.edition2020.MessageFrame;
import io.verge.messages.csae.edition2020.MessageFrameExt;
import io.verge.messages.csae.edition2020.PersonalSafetyMessage;
import io.verge.messages.csae.edition2020.RTCMcorrections;
import io.verge.messages.csae.edition2020.RoadSideInformation;
import io.verge.messages.csae.edition2020.RoadsideCoordination;
import io.verge.messages.csae.edition2020.RoadsideSafetyMessage;
import io.verge.messages.csae.edition2020.SPAT;
import io.verge.messages.csae.edition2020.VehIntentionAndRequest;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.CodecException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages from the air. Holds nothing between messages. */
final class Reception {
    /** Older than this a message's time stamp is not believed: then it is one of another minute, or of a wrong clock. */
    private static final Duration OLDEST = Duration.ofSeconds(1);

    private static final int NO_TIME = -1;
    private static final int MINUTE_MILLIS = 60_000;

    private final CsaeEdition edition;
    private final SelfReports reports;
    private final PriorityRequests requests;

    /**
     * For a site.
     *
     * @param map null when it has none
     * @param elevation metres
     */
    Reception(CsaeEdition edition, @Nullable SiteMap map, double elevation) {
        this.edition = edition;
        this.reports = new SelfReports(elevation);
        this.requests = new PriorityRequests(map, reports);
    }

    /** Empty when the octets are not a message of the edition. */
    Optional<ReceivedMessage> read(String radio, V2xFrame frame) {
        byte[] octets = new byte[frame.size()];
        ByteBuffer payload = frame.payload();
        payload.get(octets);
        BitReader in = new BitReader(octets, 0, octets.length);
        try {
            Content content = edition == CsaeEdition.EDITION_2019
                    ? of(io.verge.messages.csae.edition2019.MessageFrame.decode(in))
                    : of(MessageFrame.decode(in), frame.time());
            in.finish();
            return Optional.of(new ReceivedMessage(
                    radio, sensedAt(frame.time(), content.millis()), frame.stamps(), content.kind(), content.said()));
        } catch (CodecException e) {
            return Optional.empty();
        }
    }

    /**
     * What is of interest in a message.
     *
     * @param millis of the minute in which what it reports was true
     */
    private record Content(MessageKind kind, int millis, @Nullable MessageContent said) {
        Content(MessageKind kind) {
            this(kind, NO_TIME, null);
        }
    }

    private Content of(MessageFrame frame, Instant received) {
        if (frame instanceof BasicSafetyMessage message) {
            return new Content(MessageKind.BSM, message.secMark(), reports.of(message));
        } else if (frame instanceof MapData) {
            return new Content(MessageKind.MAP);
        } else if (frame instanceof RoadsideSafetyMessage) {
            return new Content(MessageKind.RSM);
        } else if (frame instanceof SPAT) {
            return new Content(MessageKind.SPAT);
        } else if (frame instanceof RoadSideInformation) {
            return new Content(MessageKind.RSI);
        } else if (frame instanceof MessageFrameExt extension) {
            return of(extension, received);
        }
        return new Content(MessageKind.OTHER);
    }

    private Content of(MessageFrameExt extension, Instant received) {
        if (extension.value() instanceof PersonalSafetyMessage message) {
            return new Content(MessageKind.PSM, message.secMark(), reports.of(message));
        } else if (extension.value() instanceof VehIntentionAndRequest message) {
            Instant sensedAt = sensedAt(received, message.secMark());
            return new Content(MessageKind.VIR, message.secMark(), requests.of(message, sensedAt));
        } else if (extension.value() instanceof RoadsideCoordination) {
            return new Content(MessageKind.RSC);
        }
        return new Content(extension.value() instanceof RTCMcorrections ? MessageKind.RTCM : MessageKind.OTHER);
    }

    private Content of(io.verge.messages.csae.edition2019.MessageFrame frame) {
        if (frame instanceof io.verge.messages.csae.edition2019.BasicSafetyMessage message) {
            return new Content(MessageKind.BSM, message.secMark(), reports.of(message));
        } else if (frame instanceof io.verge.messages.csae.edition2019.MapData) {
            return new Content(MessageKind.MAP);
        } else if (frame instanceof io.verge.messages.csae.edition2019.RoadsideSafetyMessage) {
            return new Content(MessageKind.RSM);
        } else if (frame instanceof io.verge.messages.csae.edition2019.SPAT) {
            return new Content(MessageKind.SPAT);
        } else if (frame instanceof io.verge.messages.csae.edition2019.RoadSideInformation) {
            return new Content(MessageKind.RSI);
        }
        return new Content(MessageKind.OTHER);
    }

    /**
     * The last instant at which the minute was that old, if that was lately; else when the frame came. The sender's clock is as
     * good as its receiver for satellite navigation.
     */
    private static Instant sensedAt(Instant received, int millis) {
        if (millis < 0 || millis >= MINUTE_MILLIS) {
            return received;
        }
        int age = Math.floorMod(MinuteOfYear.millisOfMinute(received) - millis, MINUTE_MILLIS);
        return age <= OLDEST.toMillis() ? received.minusMillis(age) : received;
    }
}
