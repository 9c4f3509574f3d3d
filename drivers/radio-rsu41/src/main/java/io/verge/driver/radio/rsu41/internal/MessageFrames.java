package io.verge.driver.radio.rsu41.internal;

import io.verge.api.message.MessageKind;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Finds a J2735 MessageFrame in octets that may have radio headers before it and a signature after it: two octets of id,
 * 0012 to 0029, and a UPER length that fits. Of several candidates the longest is taken, because what only looks like a frame
 * inside another, in a header or in a signature is short.
 */
final class MessageFrames {
    private static final int FIRST_ID = 0x12;
    private static final int LAST_ID = 0x29;
    private static final int SHORT_END = 0x80;
    private static final int LONG_END = 0xC0;

    private MessageFrames() {}

    /** The octets of the longest frame, a view; empty when there is none. */
    static Optional<ByteBuffer> find(ByteBuffer octets) {
        int best = 0;
        int bestLength = 0;
        for (int at = octets.position(); at + 3 < octets.limit(); at++) {
            int length = length(octets, at);
            if (length > bestLength) {
                best = at;
                bestLength = length;
            }
        }
        return bestLength == 0 ? Optional.empty() : Optional.of(octets.slice(best, bestLength));
    }

    /** Of the whole frame that begins there, 0 when none does. At least four octets are there. */
    private static int length(ByteBuffer octets, int at) {
        int id = octets.getShort(at);
        if (id < FIRST_ID || id > LAST_ID) {
            return 0;
        }
        int head = octets.get(at + 2) & 0xFF;
        int start = at + 3;
        int length = head;
        if (head >= LONG_END) {
            // Fragments of 16 KiB and more: no radio carries them.
            return 0;
        }
        if (head >= SHORT_END) {
            length = (head & 0x3F) << 8 | (octets.get(start) & 0xFF);
            start++;
        }
        return length > 0 && length <= octets.limit() - start ? start + length - at : 0;
    }

    /** What kind of message a frame is. */
    static MessageKind kind(ByteBuffer frame) {
        return switch (frame.getShort(frame.position())) {
            case 0x12 -> MessageKind.MAP;
            case 0x13 -> MessageKind.SPAT;
            case 0x14 -> MessageKind.BSM;
            case 0x1C -> MessageKind.RTCM;
            case 0x1D -> MessageKind.SRM;
            case 0x1E -> MessageKind.SSM;
            case 0x1F -> MessageKind.TIM;
            case 0x20 -> MessageKind.PSM;
            case 0x29 -> MessageKind.SDSM;
            default -> MessageKind.OTHER;
        };
    }
}
