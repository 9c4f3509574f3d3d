package io.verge.driver.radar.ti.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the radar says of itself in its last packet.
 *
 * @param version of its SDK, such as 3.3.0.2
 * @param platform such as 0x000A6843
 * @param form of its packet header
 * @param targets how many its tracker follows; −1 when its packets hold no targets
 * @param onTargets how many points of the frame before belong to a target; −1 when it does not say
 * @param load null when it does not say
 * @param temperature null when it does not say
 */
record Health(
        String version,
        int platform,
        HeaderForm form,
        int targets,
        int onTargets,
        @Nullable Load load,
        @Nullable Temperature temperature) {
    /**
     * How busy it is. The margins are the time that is left, microseconds; the loads are percent.
     *
     * @param processing time between frames, microseconds
     * @param output time to send a frame, microseconds
     */
    record Load(long processing, long output, long frameMargin, long chirpMargin, long active, long idle) {}

    /**
     * How warm it is.
     *
     * @param valid whether the radar calls its values good
     * @param time milliseconds since it was started
     * @param degrees Celsius: receivers 0 to 3, transmitters 0 to 2, power, digital 0 and 1
     */
    record Temperature(boolean valid, long time, List<Integer> degrees) {
        Temperature {
            degrees = List.copyOf(degrees);
        }
    }

    /** What the packet says; what it does not say is as it was before. */
    static Health of(Packet packet, @Nullable Health before) {
        int targets = -1;
        int onTargets = -1;
        Load load = before == null ? null : before.load;
        Temperature temperature = before == null ? null : before.temperature;
        for (Tlv tlv : packet.tlvs()) {
            switch (tlv.content()) {
                case TARGETS -> targets = tlv.count();
                case TARGET_INDEX -> onTargets = onTargets(packet, tlv);
                case STATS -> load = tlv.length() < 24 ? load : load(packet, tlv.offset());
                case TEMPERATURE -> temperature = tlv.length() < 28 ? temperature : temperature(packet, tlv.offset());
                default -> {
                    // Nothing about the radar itself.
                }
            }
        }
        int version = packet.version();
        String dotted = (version >>> 24)
                + "."
                + ((version >>> 16) & 0xFF)
                + "."
                + ((version >>> 8) & 0xFF)
                + "."
                + (version & 0xFF);
        return new Health(dotted, packet.platform(), packet.form(), targets, onTargets, load, temperature);
    }

    /** For people and for diagnostics. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("sdk", version);
        facts.put("platform", String.format(Locale.ROOT, "0x%08X", platform));
        facts.put("header", form.size() + " octets");
        if (targets >= 0) {
            facts.put("targets", Integer.toString(targets));
        }
        if (onTargets >= 0) {
            facts.put("pointsOnTargets", Integer.toString(onTargets));
        }
        if (load != null) {
            facts.put("frameMargin", load.frameMargin + " us");
            facts.put("outputTime", load.output + " us");
            facts.put("cpuActive", load.active + " %");
            facts.put("cpuIdle", load.idle + " %");
        }
        if (temperature != null) {
            int warmest = temperature.degrees.stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            facts.put("temperature", warmest + " C" + (temperature.valid ? "" : " (not valid)"));
        }
        return facts;
    }

    private static Load load(Packet packet, int at) {
        return new Load(
                word(packet, at),
                word(packet, at + 4),
                word(packet, at + 8),
                word(packet, at + 12),
                word(packet, at + 16),
                word(packet, at + 20));
    }

    private static Temperature temperature(Packet packet, int at) {
        List<Integer> degrees = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            degrees.add((int) packet.octets().getShort(at + 8 + 2 * i));
        }
        return new Temperature(word(packet, at) == 0, word(packet, at + 4), degrees);
    }

    /** 253 to 255 stand for too weak, out of bounds and noise. */
    private static int onTargets(Packet packet, Tlv tlv) {
        int on = 0;
        for (int i = 0; i < tlv.length(); i++) {
            if (Byte.toUnsignedInt(packet.octets().get(tlv.offset() + i)) < 253) {
                on++;
            }
        }
        return on;
    }

    private static long word(Packet packet, int at) {
        return Integer.toUnsignedLong(packet.octets().getInt(at));
    }
}
