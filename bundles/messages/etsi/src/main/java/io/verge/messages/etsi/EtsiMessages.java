package io.verge.messages.etsi;

import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the codec for a message, by the ItsPduHeader it begins with or by the name of its type.
 *
 * <table>
 * <caption>Codecs by ItsPduHeader</caption>
 * <tr><th>messageID</th><th>protocolVersion</th><th>type</th><th>unit</th></tr>
 * <tr><td>1, 2</td><td>1</td><td>DENM, CAM</td><td>{@code release1v2016}</td></tr>
 * <tr><td>1, 2</td><td>any other</td><td>DENM, CAM</td><td>{@code release1}</td></tr>
 * <tr><td>4, 5, 9, 10, 13</td><td>any</td><td>SPATEM, MAPEM, SREM, SSEM, RTCMEM</td>
 *     <td>{@code infrastructure}</td></tr>
 * <tr><td>14</td><td>2 and later</td><td>CollectivePerceptionMessage</td><td>{@code cpm}</td></tr>
 * </table>
 */
public final class EtsiMessages {
    private static final int DENM = 1;
    private static final int CAM = 2;
    private static final int SPATEM = 4;
    private static final int MAPEM = 5;
    private static final int SREM = 9;
    private static final int SSEM = 10;
    private static final int RTCMEM = 13;
    private static final int CPM = 14;
    /** What test equipment for TR 103 562 puts into the header. */
    private static final int CPM_OF_REPORT = 255;

    private static final int HEADER_LENGTH = 6;

    private final Unit release1 = new Unit(
            "release1", io.verge.messages.etsi.release1.Types.names(), io.verge.messages.etsi.release1.Types::find);
    private final Unit release1v2016 = new Unit(
            "release1v2016",
            io.verge.messages.etsi.release1v2016.Types.names(),
            io.verge.messages.etsi.release1v2016.Types::find);
    private final Unit infrastructure = new Unit(
            "infrastructure",
            io.verge.messages.etsi.infrastructure.Types.names(),
            io.verge.messages.etsi.infrastructure.Types::find);
    private final Unit cpm;
    private final List<Unit> units;

    /** The types of one generated package. */
    private record Unit(String name, List<String> names, Function<String, @Nullable Codec<?>> find) {
        Codec<?> codec(String type) {
            return Objects.requireNonNull(find.apply(type), type);
        }
    }

    /** The messages, with CPM in one of its editions. */
    public EtsiMessages(CpmEdition edition) {
        cpm = new Unit("cpm", edition.names(), edition::find);
        units = List.of(release1, release1v2016, infrastructure, cpm);
    }

    /**
     * The codec for a message, by the first octets of its ItsPduHeader.
     *
     * @throws CodecException when the header is not complete, or when no codec is for this header
     */
    public Codec<?> codecFor(byte[] message) throws CodecException {
        if (message.length < HEADER_LENGTH) {
            throw CodecException.atBit(
                    0, "the message ends: an ItsPduHeader has 6 octets, " + message.length + " are there");
        }
        return codecFor(message[0] & 0xFF, message[1] & 0xFF);
    }

    /**
     * The codec for messages with this ItsPduHeader.
     *
     * @param protocolVersion 0..255
     * @param messageId 0..255
     * @throws CodecException when there is none
     */
    public Codec<?> codecFor(int protocolVersion, int messageId) throws CodecException {
        return switch (messageId) {
            case DENM -> release(protocolVersion).codec("DENM");
            case CAM -> release(protocolVersion).codec("CAM");
            case SPATEM -> infrastructure.codec("SPATEM");
            case MAPEM -> infrastructure.codec("MAPEM");
            case SREM -> infrastructure.codec("SREM");
            case SSEM -> infrastructure.codec("SSEM");
            case RTCMEM -> infrastructure.codec("RTCMEM");
            case CPM -> cpm(protocolVersion);
            case CPM_OF_REPORT -> throw unknown("messageID 255", "a CPM of TR 103 562, which is another syntax");
            default ->
                throw unknown(
                        "messageID " + messageId,
                        "known are 1 DENM, 2 CAM, 4 SPATEM, 5 MAPEM, 9 SREM, 10 SSEM, 13 RTCMEM, 14 CPM");
        };
    }

    /**
     * Whether the protocolVersion of a message decides which edition of a type it holds: CAM and DENM.
     *
     * @param type an ASN.1 name without a unit
     */
    public static boolean hasEditions(String type) {
        return type.equals("CAM") || type.equals("DENM");
    }

    /**
     * The codec for a type that {@linkplain #hasEditions has editions}.
     *
     * @param protocolVersion 0..255
     */
    public Codec<?> codecFor(String type, int protocolVersion) {
        return release(protocolVersion).codec(type);
    }

    /** Like {@link #codecFor(byte[])}, for octets that may well be something else. */
    Optional<Codec<?>> known(byte[] message) {
        try {
            return Optional.of(codecFor(message));
        } catch (CodecException e) {
            return Optional.empty();
        }
    }

    private Unit release(int protocolVersion) {
        return protocolVersion == 1 ? release1v2016 : release1;
    }

    private Codec<?> cpm(int protocolVersion) throws CodecException {
        if (protocolVersion < 2) {
            throw unknown(
                    "messageID 14 with protocolVersion " + protocolVersion,
                    "a CPM of TR 103 562, which is another syntax; TS 103 324 has protocolVersion 2");
        }
        return cpm.codec("CollectivePerceptionMessage");
    }

    private static CodecException unknown(String found, String reason) {
        return CodecException.because("no codec for " + found + ": " + reason).in("ItsPduHeader");
    }

    /**
     * The codec for a type.
     *
     * @param type an ASN.1 name as in {@link #names}. Where several units have it, the first of release1,
     *     release1v2016, infrastructure, cpm is taken, unless the unit stands before it: {@code release1v2016.CAM};
     *     {@code CPM} is short for CollectivePerceptionMessage
     * @return empty when there is no such type
     */
    public Optional<Codec<?>> byName(String type) {
        int dot = type.indexOf('.');
        String name = type.equals("CPM") ? "CollectivePerceptionMessage" : type.substring(dot + 1);
        for (Unit unit : units) {
            if (dot < 0 || unit.name().equals(type.substring(0, dot))) {
                Codec<?> codec = unit.find().apply(name);
                if (codec != null) {
                    return Optional.of(codec);
                }
            }
        }
        return Optional.empty();
    }

    /** The names of all types that can be decoded by themselves: every SEQUENCE and CHOICE, each name once. */
    public List<String> names() {
        return units.stream().flatMap(unit -> unit.names().stream()).distinct().toList();
    }

    /** The names of all types with the unit before them: {@code release1.CAM}, {@code release1v2016.CAM}. */
    public List<String> qualifiedNames() {
        return units.stream().flatMap(unit -> qualified(unit)).toList();
    }

    private static Stream<String> qualified(Unit unit) {
        return unit.names().stream().map(name -> unit.name() + "." + name);
    }
}
