package io.verge.driver.radio.rsu41.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Text to Immediate Forward, as tolerant as what is in use needs: keys in any order and case, spaces around keys and values,
 * any line ends, unknown lines. Of a key that comes twice the first counts. A payload there must be.
 */
final class ForwardReader {
    private static final String PAYLOAD = "payload";

    private final Map<String, String> lines;

    private ForwardReader(Map<String, String> lines) {
        this.lines = lines;
    }

    /** Reads a datagram; empty when it is not such text at all. */
    static Optional<ForwardReader> of(ByteBuffer datagram) {
        Map<String, String> lines = new HashMap<>();
        StandardCharsets.ISO_8859_1
                .decode(datagram.duplicate())
                .toString()
                .lines()
                .forEach(line -> put(lines, line));
        // A message in octets has no such line but by a chance that is none.
        return lines.containsKey("version") || (lines.containsKey("type") && lines.containsKey(PAYLOAD))
                ? Optional.of(new ForwardReader(Collections.unmodifiableMap(lines)))
                : Optional.empty();
    }

    private static void put(Map<String, String> lines, String line) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            String key = line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            lines.putIfAbsent(key, line.substring(equals + 1).strip());
        }
    }

    /** Why it is no use; empty when it is. */
    Optional<Refusal> refusal() {
        String hex = value(PAYLOAD);
        if (hex.isEmpty()) {
            return Optional.of(Refusal.NO_PAYLOAD);
        }
        boolean octets = hex.length() % 2 == 0 && hex.chars().allMatch(HexFormat::isHexDigit);
        return octets ? Optional.empty() : Optional.of(Refusal.BAD_PAYLOAD);
    }

    /** The message; only where there is no refusal. */
    ImmediateForward message() {
        byte[] payload = HexFormat.of().parseHex(value(PAYLOAD));
        boolean signature = value("signature").equalsIgnoreCase("true");
        return new ImmediateForward(
                value("type").toUpperCase(Locale.ROOT),
                psid(),
                value("txchannel"),
                value("txmode"),
                signature,
                ByteBuffer.wrap(payload));
    }

    private int psid() {
        try {
            return Psids.number(value("psid"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String value(String key) {
        return lines.getOrDefault(key, "");
    }
}
