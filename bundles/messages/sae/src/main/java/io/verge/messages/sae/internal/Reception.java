package io.verge.messages.sae.internal;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.MessageContent;
import io.verge.api.observation.ReceivedMessage;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.sae.internal.dsrc.PriorityRequests;
import io.verge.messages.sae.j2735.BasicSafetyMessage;
import io.verge.messages.sae.j2735.MessageFrame;
import io.verge.messages.sae.j2735.MessageFrameValue;
import io.verge.messages.sae.j2735.PersonalSafetyMessage;
import io.verge.messages.sae.j2735.SignalRequestMessage;
import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.CodecException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages from the air. Holds nothing between messages. */
final class Reception {
    /** Older than this a message's time stamp is not believed: then it is one of another minute, or of a wrong clock. */
    private static final Duration OLDEST = Duration.ofSeconds(1);

    private static final int NO_TIME = -1;

    private final SelfReports reports;
    private final PriorityRequests requests;

    /**
     * For a site.
     *
     * @param elevation metres
     */
    Reception(PriorityRequests requests, double elevation) {
        this.reports = new SelfReports(elevation);
        this.requests = requests;
    }

    /** Empty when the octets are not a MessageFrame with a messageId of J2735. */
    Optional<ReceivedMessage> read(String radio, V2xFrame frame) {
        byte[] octets = new byte[frame.size()];
        frame.payload().get(octets);
        try {
            BitReader in = new BitReader(octets, 0, octets.length);
            MessageFrame message = MessageFrame.decode(in);
            in.finish();
            MessageKind kind = kind(message.messageId());
            return kind == null ? Optional.empty() : Optional.of(received(radio, frame, kind, message.value()));
        } catch (CodecException e) {
            return Optional.empty();
        }
    }

    private ReceivedMessage received(String radio, V2xFrame frame, MessageKind kind, MessageFrameValue value) {
        MessageContent content = null;
        int millis = NO_TIME;
        if (value instanceof BasicSafetyMessage message) {
            content = reports.of(message);
            millis = message.coreData().secMark();
        } else if (value instanceof PersonalSafetyMessage message) {
            content = reports.of(message);
            millis = message.secMark();
        } else if (value instanceof SignalRequestMessage message) {
            content = requests.of(message, frame.time());
            millis = message.second();
        }
        return new ReceivedMessage(radio, sensedAt(frame.time(), millis), frame.stamps(), kind, content);
    }

    /** The kind of a messageId; null when J2735 has none of this number. */
    private static @Nullable MessageKind kind(int messageId) {
        return switch (messageId) {
            case 18 -> MessageKind.MAP;
            case 19 -> MessageKind.SPAT;
            case 20 -> MessageKind.BSM;
            case 28 -> MessageKind.RTCM;
            case 29 -> MessageKind.SRM;
            case 30 -> MessageKind.SSM;
            case 31 -> MessageKind.TIM;
            case 32 -> MessageKind.PSM;
            case 41 -> MessageKind.SDSM;
            default ->
                (messageId > 20 && messageId <= 50) || (messageId >= 240 && messageId <= 255)
                        ? MessageKind.OTHER
                        : null;
        };
    }

    /**
     * The last instant at which the minute was that old, if that was lately; else when the frame came. The sender's clock is as
     * good as its receiver for satellite navigation.
     */
    private static Instant sensedAt(Instant received, int millis) {
        if (millis < 0 || millis >= MinuteOfYear.MINUTE_MILLIS) {
            return received;
        }
        int age = Math.floorMod(MinuteOfYear.millisOfMinute(received) - millis, MinuteOfYear.MINUTE_MILLIS);
        return age <= OLDEST.toMillis() ? received.minusMillis(age) : received;
    }
}
