package io.verge.driver.radio.rsu41.internal;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.time.Stamps;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** What the tests send and receive. */
final class Frames {
    /** A MAP message of nonsense: id 18, four octets. */
    static final String MAP = "001204DEADBEEF";

    private Frames() {}

    static ByteBuffer octets(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    static String hex(ByteBuffer octets) {
        byte[] copy = new byte[octets.remaining()];
        octets.duplicate().get(copy);
        return HexFormat.of().withUpperCase().formatHex(copy);
    }

    static V2xFrame frame(String set, MessageKind kind, int application) {
        return new V2xFrame(set, kind, application, octets(MAP), Instant.EPOCH, Stamps.NONE);
    }
}
