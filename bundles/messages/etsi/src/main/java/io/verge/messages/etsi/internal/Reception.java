package io.verge.messages.etsi.internal;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.MessageContent;
import io.verge.api.observation.ReceivedMessage;
import io.verge.messages.etsi.EtsiMessages;
import io.verge.messages.etsi.infrastructure.SREM;
import io.verge.messages.etsi.internal.dsrc.PriorityRequests;
import io.verge.messages.etsi.release1.CAM;
import io.verge.messages.uper.CodecException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Messages from the air. Holds nothing between messages. */
final class Reception {
    /** Older than this a CAM's time is not believed: its field goes round every 65.536 s, and clocks can be wrong. */
    private static final Duration OLDEST = Duration.ofSeconds(1);

    private static final long NO_TIME = -1;
    private static final long DELTA_TIMES = 65_536;
    private static final int MESSAGE_ID = 1;

    private final EtsiMessages messages;
    private final SelfReports reports;
    private final PriorityRequests requests;
    private final int leapSeconds;

    /**
     * For a site.
     *
     * @param elevation metres
     */
    Reception(Settings settings, PriorityRequests requests, double elevation) {
        this.requests = requests;
        this.messages = new EtsiMessages(settings.dictionary());
        this.reports = new SelfReports(elevation);
        this.leapSeconds = settings.leapSeconds();
    }

    /** Empty when the octets are not one of the messages that are compiled in. */
    Optional<ReceivedMessage> read(String radio, V2xFrame frame) {
        byte[] octets = new byte[frame.size()];
        frame.payload().get(octets);
        try {
            Object message = messages.codecFor(octets).decode(octets);
            return Optional.of(received(radio, frame, kind(octets[MESSAGE_ID]), message));
        } catch (CodecException e) {
            return Optional.empty();
        }
    }

    private ReceivedMessage received(String radio, V2xFrame frame, MessageKind kind, Object message) {
        MessageContent content = null;
        long deltaTime = NO_TIME;
        if (message instanceof CAM cam) {
            content = reports.of(cam);
            deltaTime = cam.cam().generationDeltaTime();
        } else if (message instanceof io.verge.messages.etsi.release1v2016.CAM cam) {
            content = reports.of(cam);
            deltaTime = cam.cam().generationDeltaTime();
        } else if (message instanceof SREM request) {
            content = requests.of(request.srm(), frame.time());
        }
        return new ReceivedMessage(radio, sensedAt(frame.time(), deltaTime), frame.stamps(), kind, content);
    }

    private static MessageKind kind(int messageId) {
        return switch (messageId) {
            case 1 -> MessageKind.DENM;
            case 2 -> MessageKind.CAM;
            case 4 -> MessageKind.SPAT;
            case 5 -> MessageKind.MAP;
            case 9 -> MessageKind.SRM;
            case 10 -> MessageKind.SSM;
            case 13 -> MessageKind.RTCM;
            case 14 -> MessageKind.CPM;
            default -> MessageKind.OTHER;
        };
    }

    /** The last instant with this generationDeltaTime, if that was lately; else when the frame came. */
    private Instant sensedAt(Instant received, long deltaTime) {
        if (deltaTime == NO_TIME) {
            return received;
        }
        long age = Math.floorMod(EtsiUnits.timestamp(received, leapSeconds) - deltaTime, DELTA_TIMES);
        return age <= OLDEST.toMillis() ? received.minusMillis(age) : received;
    }
}
