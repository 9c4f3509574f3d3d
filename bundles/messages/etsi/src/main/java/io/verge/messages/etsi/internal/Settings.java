package io.verge.messages.etsi.internal;

import io.verge.api.message.MessageKind;
import io.verge.messages.etsi.BtpPort;
import io.verge.messages.etsi.CpmEdition;
import io.verge.messages.facilities.KindEntries;
import io.verge.messages.uper.CodecException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The configuration, checked.
 *
 * @param stationId 0 to 4294967295
 * @param versions protocolVersion by kind of message, for those that are spoken
 * @param ports BTP port by kind of message, for those that are spoken
 * @param leapSeconds since 2004
 * @param octets the longest CPM
 * @param causes what DENM calls events
 */
record Settings(
        long stationId,
        Map<MessageKind, Integer> versions,
        Map<MessageKind, Integer> ports,
        CpmEdition dictionary,
        int leapSeconds,
        int octets,
        Causes causes) {
    static final int RELEASE_2 = 2;

    private static final Map<MessageKind, Integer> USUAL_PORTS = Map.of(
            MessageKind.MAP, BtpPort.MAPEM.number(),
            MessageKind.SPAT, BtpPort.SPATEM.number(),
            MessageKind.CPM, BtpPort.CPM.number(),
            MessageKind.DENM, BtpPort.DENM.number(),
            MessageKind.SSM, BtpPort.SSEM.number(),
            MessageKind.RTCM, BtpPort.RTCMEM.number());
    private static final Map<MessageKind, Integer> USUAL_VERSIONS =
            USUAL_PORTS.keySet().stream().collect(Collectors.toUnmodifiableMap(kind -> kind, kind -> RELEASE_2));

    private static final long GREATEST_STATION = 0xFFFF_FFFFL;

    Settings {
        versions = Map.copyOf(versions);
        ports = Map.copyOf(ports);
        if (stationId < 0 || stationId > GREATEST_STATION) {
            throw new IllegalArgumentException("stationId: " + stationId + " is not 0 to " + GREATEST_STATION);
        }
        if (octets < 200 || octets > 2000) {
            throw new IllegalArgumentException("octets: " + octets + " is not 200 to 2000");
        }
        if (versions.getOrDefault(MessageKind.CPM, RELEASE_2) < RELEASE_2) {
            throw new IllegalArgumentException("version: CPM has 2 or more; before, it was another message");
        }
        if (versions.getOrDefault(MessageKind.DENM, RELEASE_2) < RELEASE_2) {
            throw new IllegalArgumentException("version: DENM has 2 or more; the one of version 1 is only read");
        }
    }

    /**
     * Reads the configuration.
     *
     * @param box the id of the box
     * @throws IllegalArgumentException names the key, the value and what was expected
     */
    static Settings of(EtsiConfig config, String box) {
        return new Settings(
                config.stationId() == -1 ? station(box) : config.stationId(),
                numbers("version", config.version(), USUAL_VERSIONS, 255),
                numbers("port", config.port(), USUAL_PORTS, 65_535),
                dictionary(config.dictionary()),
                config.leapSeconds(),
                config.octets(),
                Causes.with(config.cause()));
    }

    /** The same for the same box, and most probably another for another box. */
    private static long station(String box) {
        CRC32 sum = new CRC32();
        sum.update(box.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private static CpmEdition dictionary(String version) {
        try {
            return CpmEdition.of(version);
        } catch (CodecException e) {
            throw new IllegalArgumentException("dictionary: '" + version + "' is not 2.1.1 or 2.4.1", e);
        }
    }

    private static Map<MessageKind, Integer> numbers(
            String key, String[] entries, Map<MessageKind, Integer> usual, int greatest) {
        String expected = "number with MAP, SPAT, CPM, DENM, SSM or RTCM and 0 to " + greatest;
        Function<String, Long> number = KindEntries.numberTo(greatest);
        return new KindEntries<>(key, usual.keySet(), expected)
                .over(usual, text -> number.apply(text).intValue(), entries);
    }

    int version(MessageKind kind) {
        return versions.getOrDefault(kind, RELEASE_2);
    }

    int port(MessageKind kind) {
        return ports.getOrDefault(kind, 0);
    }
}
