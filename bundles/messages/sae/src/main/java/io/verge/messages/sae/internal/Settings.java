package io.verge.messages.sae.internal;

import io.verge.api.message.MessageKind;
import io.verge.messages.uper.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The configuration, checked.
 *
 * @param edition 2016, 2020 or 2024
 * @param psids provider service identifier by kind of message, 32 bits
 * @param rsu the 4 octets by which SDSM names its sender, and TIM its packets
 * @param octets the longest SDSM; a TIM above it leaves its lanes off
 * @param itis what TIM calls events
 */
record Settings(int edition, Map<MessageKind, Integer> psids, Octets rsu, int octets, Itis itis) {
    private static final Map<MessageKind, Integer> USUAL_PSIDS = Map.of(
            MessageKind.MAP, 0x8002,
            MessageKind.SPAT, 0x8002,
            MessageKind.SSM, 0x8002,
            MessageKind.TIM, 0x8003,
            MessageKind.SDSM, 0x8010,
            MessageKind.RTCM, 0x8000);

    private static final int RSU_LENGTH = 4;

    Settings {
        psids = Map.copyOf(psids);
        if (edition != 2016 && edition != 2020 && edition != 2024) {
            throw new IllegalArgumentException("edition: " + edition + " is not 2016, 2020 or 2024");
        }
        if (octets < 200 || octets > 2000) {
            throw new IllegalArgumentException("octets: " + octets + " is not 200 to 2000");
        }
    }

    /**
     * Reads the configuration.
     *
     * @param box the id of the box
     * @throws IllegalArgumentException names the key, the value and what was expected
     */
    static Settings of(SaeConfig config, String box) {
        Map<MessageKind, Integer> psids = new EnumMap<>(USUAL_PSIDS);
        for (String entry : config.psid()) {
            readPsid(entry, psids);
        }
        return new Settings(
                config.edition(),
                psids,
                rsu(config.rsu().isEmpty() ? box : config.rsu()),
                config.octets(),
                Itis.with(config.itis()));
    }

    private static void readPsid(String entry, Map<MessageKind, Integer> psids) {
        int equals = entry.indexOf('=');
        try {
            MessageKind kind = MessageKind.valueOf(
                    entry.substring(0, Math.max(0, equals)).strip().toUpperCase(Locale.ROOT));
            long psid = Long.decode(entry.substring(equals + 1).strip());
            if (psid >= 0 && psid <= 0xFFFF_FFFFL) {
                psids.put(kind, (int) psid);
                return;
            }
        } catch (IllegalArgumentException e) {
            // Told below, like a number out of range.
        }
        throw new IllegalArgumentException(
                "psid: '" + entry + "' is not KIND=number with 0 to 0xFFFFFFFF, such as SPAT=0x8002");
    }

    private static Octets rsu(String name) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException("rsu: '" + name + "' is not of ASCII characters");
        }
        String last = name.substring(Math.max(0, name.length() - RSU_LENGTH));
        return Octets.copyOf(Arrays.copyOf(last.getBytes(StandardCharsets.US_ASCII), RSU_LENGTH));
    }

    /** The provider service identifier of a kind; 0 when none is known. */
    int psid(MessageKind kind) {
        return psids.getOrDefault(kind, 0);
    }
}
