package io.verge.driver.radio.rsu41.internal;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which PSID a message gets, in the p-encoded form that radios read (IEEE 1609.3): what is configured for its kind, else for
 * J2735 the table, else what the message set says.
 *
 * <table>
 * <caption>J2735</caption>
 * <tr><th>kind</th><th>PSID</th></tr>
 * <tr><td>MAP, SPAT, SSM</td><td>8002</td></tr>
 * <tr><td>TIM</td><td>8003</td></tr>
 * <tr><td>SDSM</td><td>8010</td></tr>
 * <tr><td>BSM</td><td>20</td></tr>
 * <tr><td>PSM</td><td>27</td></tr>
 * <tr><td>SRM</td><td>E0000016</td></tr>
 * </table>
 */
final class Psids {
    private static final Map<MessageKind, Integer> J2735 = Map.of(
            MessageKind.MAP, 0x8002,
            MessageKind.SPAT, 0x8002,
            MessageKind.SSM, 0x8002,
            MessageKind.TIM, 0x8003,
            MessageKind.SDSM, 0x8010,
            MessageKind.BSM, 0x20,
            MessageKind.PSM, 0x27,
            MessageKind.SRM, 0xE000_0016);

    /** First numbers of the p-encodings of two, three and four octets, and what marks them. */
    private static final int TWO = 0x80;

    private static final int TWO_MARK = 0x8000;
    private static final int THREE = TWO + 0x4000;
    private static final int THREE_MARK = 0xC0_0000;
    private static final int FOUR = THREE + 0x20_0000;
    private static final int FOUR_MARK = 0xE000_0000;
    private static final int END = FOUR + 0x1000_0000;

    private final Map<MessageKind, Integer> configured;

    private Psids(Map<MessageKind, Integer> configured) {
        this.configured = configured;
    }

    /**
     * Reads {@code KIND=number}, the number in hexadecimal after {@code 0x}, else decimal.
     *
     * @throws IllegalArgumentException says what is wrong with which entry
     */
    static Psids of(String... entries) {
        Map<MessageKind, Integer> configured = new EnumMap<>(MessageKind.class);
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            if (equals < 0) {
                throw wrong(entry);
            }
            try {
                MessageKind kind =
                        MessageKind.valueOf(entry.substring(0, equals).strip());
                configured.put(kind, number(entry.substring(equals + 1).strip()));
            } catch (IllegalArgumentException e) {
                throw wrong(entry);
            }
        }
        return new Psids(Collections.unmodifiableMap(configured));
    }

    private static IllegalArgumentException wrong(String entry) {
        return new IllegalArgumentException(
                "psid: '" + entry + "' is not a kind of message and its PSID, such as SPAT: 0x8002");
    }

    /** Of 32 bits without a sign. */
    static int number(String text) {
        return text.startsWith("0x") || text.startsWith("0X")
                ? Integer.parseUnsignedInt(text.substring(2), 16)
                : Integer.parseUnsignedInt(text);
    }

    /** For a message that goes out. */
    int of(V2xFrame frame) {
        Integer number = configured.get(frame.kind());
        if (number != null) {
            return number;
        }
        return switch (frame.set()) {
            case "sae" -> J2735.getOrDefault(frame.kind(), encoded(frame.application()));
            // A BTP port is no PSID: it is passed on as it is.
            case "etsi" -> frame.application();
            default -> encoded(frame.application());
        };
    }

    /** Of a J2735 message that came in without saying; 0 when the kind has none. */
    int of(MessageKind kind) {
        Integer number = configured.get(kind);
        return number != null ? number : J2735.getOrDefault(kind, 0);
    }

    /** The p-encoding of a number; one that has none stays as it is. */
    static int encoded(int number) {
        if (number < TWO || number >= END) {
            return number;
        }
        if (number < THREE) {
            return number - TWO + TWO_MARK;
        }
        return number < FOUR ? number - THREE + THREE_MARK : number - FOUR + FOUR_MARK;
    }
}
