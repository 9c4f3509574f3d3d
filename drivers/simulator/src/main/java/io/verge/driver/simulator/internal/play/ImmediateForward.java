package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A message that a radio of RSU 4.1 is to send at once: lines of {@code Key=value} in any order.
 *
 * @param type as written, such as {@code SPAT}
 * @param psid of the application
 * @param payload the message
 */
record ImmediateForward(String type, int psid, ByteBuffer payload) {
    /** The greatest payload, octets. */
    static final int MAX_PAYLOAD = 2_302;

    /** The greatest datagram, octets: the payload in hexadecimal and the other lines. */
    static final int MAX_TEXT = 2 * MAX_PAYLOAD + 1_024;

    /** Reads a datagram; empty when a line that is needed is missing or does not hold what it must. */
    static Optional<ImmediateForward> parse(ByteBuffer datagram) {
        if (datagram.remaining() > MAX_TEXT) {
            return Optional.empty();
        }
        Map<String, String> lines = new HashMap<>();
        ISO_8859_1.decode(datagram.duplicate()).toString().lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                lines.putIfAbsent(key, line.substring(equals + 1).strip());
            }
        });
        try {
            return Optional.of(new ImmediateForward(
                    value(lines, "type"), number(value(lines, "psid")), payload(value(lines, "payload"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String value(Map<String, String> lines, String key) {
        String value = lines.getOrDefault(key, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }

    private static int number(String text) {
        return text.startsWith("0x") ? Integer.parseUnsignedInt(text.substring(2), 16) : Integer.parseInt(text);
    }

    private static ByteBuffer payload(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).asReadOnlyBuffer();
    }
}
