package io.verge.messages.sae.internal;

import io.verge.api.message.MessageKind;
import io.verge.messages.facilities.KindEntries;
import io.verge.messages.facilities.element.Ia5;
import io.verge.messages.uper.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    private static final KindEntries<MessageKind> PSIDS = new KindEntries<>(
            "psid", List.of(MessageKind.values()), "number with 0 to 0xFFFFFFFF, such as SPAT=0x8002");

    private static final Function<String, Long> NUMBER = KindEntries.numberTo(0xFFFF_FFFFL);

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
        return new Settings(
                config.edition(),
                PSIDS.over(USUAL_PSIDS, text -> NUMBER.apply(text).intValue(), config.psid()),
                rsu(config.rsu().isEmpty() ? box : config.rsu()),
                config.octets(),
                Itis.with(config.itis()));
    }

    private static Octets rsu(String name) {
        if (!Ia5.isText(name)) {
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
