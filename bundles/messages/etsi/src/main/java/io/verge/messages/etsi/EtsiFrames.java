package io.verge.messages.etsi;

import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.JerReader;
import io.verge.messages.uper.JerWriter;
import java.io.IOException;
import java.io.StringWriter;

/**
 * Whole frames as JSON and back.
 *
 * <p>A frame is a GeoNetworking packet or a message by itself. Both can begin with 0x01 or 0x02: protocol version 0
 * with a next header in one case, protocolVersion in the other. The second octet decides. In a basic header it is
 * reserved and 0 (EN 302 636-4-1, clause 9.6); in an ItsPduHeader it is messageID, of which 0 is not assigned
 * (TS 102 894-2).
 *
 * <p>JSON of a message is that of X.697. JSON of a packet is
 *
 * <pre>
 * {"basicHeader":{...},"commonHeader":{...},"extendedHeader":{...},"btp":{...},"message":{...}}
 * </pre>
 *
 * with these variants, so that the same octets come back:
 *
 * <ul>
 *   <li>{@code "payload"} in hexadecimal instead of {@code "message"} when the payload is no known message, or is not
 *       encoded as this encoder would; without {@code "btp"} when it is no BTP packet;
 *   <li>{@code "extendedHeader"} in hexadecimal when its layout is not known;
 *   <li>{@code "secured"} in hexadecimal behind the basic header of a secured packet;
 *   <li>{@code "octets"} in hexadecimal behind a basic header that does not say what follows;
 *   <li>{@code "view"} beside hexadecimal digits shows what is in them. It is for reading only and never encoded.
 * </ul>
 *
 * <p>Reserved bits are shown when they are not 0; {@code payloadLength} can be left out. The order of members does
 * not matter.
 */
public final class EtsiFrames {
    private EtsiFrames() {}

    /** What a frame is. */
    public enum Kind {
        /** A GeoNetworking packet, beginning with its basic header. */
        GEO_NETWORKING,
        /** A message, beginning with its ItsPduHeader. */
        MESSAGE
    }

    /**
     * What a frame is, by its first two octets.
     *
     * @throws CodecException when it is neither
     */
    public static Kind kindOf(byte[] frame) throws CodecException {
        if (frame.length < 2) {
            throw CodecException.atBit(0, "the frame ends: 2 octets needed, " + frame.length + " there");
        }
        if (frame[1] != 0) {
            return Kind.MESSAGE;
        }
        int version = frame[0] >> 4 & 0xF;
        int nextHeader = frame[0] & 0xF;
        if (version > BasicHeader.LATEST_VERSION || nextHeader > BasicHeader.SECURED) {
            throw CodecException.atBit(
                    0,
                    "neither a GeoNetworking packet (version " + version + " of 0..1, next header " + nextHeader
                            + " of 0..2) nor a message (messageID 0)");
        }
        return Kind.GEO_NETWORKING;
    }

    /**
     * Decodes a frame.
     *
     * @param cpmEdition version of the common data dictionary under CPM: 2.1.1 or 2.4.1
     * @return JSON, on one line
     * @throws CodecException when the frame or a known message in it is damaged, or its kind or edition not known
     */
    public static String toJson(byte[] frame, String cpmEdition) throws CodecException {
        EtsiMessages messages = new EtsiMessages(CpmEdition.of(cpmEdition));
        return switch (kindOf(frame)) {
            case GEO_NETWORKING -> toJson(GeoNetworkingPacket.decode(frame), messages);
            case MESSAGE -> messageToJson(messages.codecFor(frame), frame);
        };
    }

    private static String toJson(GeoNetworkingPacket packet, EtsiMessages messages) throws CodecException {
        return write(out -> new PacketJsonWriter(out, messages).packet(packet));
    }

    private static <T> String messageToJson(Codec<T> codec, byte[] message) throws CodecException {
        return codec.formatJson(codec.decode(message));
    }

    /**
     * Decodes a packet from its common header on, as it stands within a secured packet. The JSON is that of a packet
     * without {@code "basicHeader"}.
     *
     * @param cpmEdition version of the common data dictionary under CPM: 2.1.1 or 2.4.1
     * @throws CodecException when the octets are damaged, or the edition not known
     */
    public static String innerToJson(byte[] octets, String cpmEdition) throws CodecException {
        EtsiMessages messages = new EtsiMessages(CpmEdition.of(cpmEdition));
        GeoNetworkingPacket.Inner inner = GeoNetworkingPacket.Inner.decode(octets);
        return write(out -> new PacketJsonWriter(out, messages).inner(inner));
    }

    /** Writes one JSON text. */
    @FunctionalInterface
    private interface Content {
        void write(JerWriter out) throws IOException, CodecException;
    }

    private static String write(Content content) throws CodecException {
        StringWriter text = new StringWriter();
        try (JerWriter out = new JerWriter(text)) {
            content.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString();
    }

    /**
     * Encodes what {@link #toJson} or {@link #innerToJson} wrote: an object with {@code basicHeader} is a packet, with
     * {@code commonHeader} alone what follows a basic header, with {@code header} a message.
     *
     * @param cpmEdition version of the common data dictionary under CPM: 2.1.1 or 2.4.1
     * @throws CodecException when the text is none of these, or a value is out of its range
     */
    public static byte[] fromJson(String json, String cpmEdition) throws CodecException {
        EtsiMessages messages = new EtsiMessages(CpmEdition.of(cpmEdition));
        Members members = new Members(json);
        PacketJsonReader packets = new PacketJsonReader(messages);
        if (members.has("basicHeader")) {
            return packets.packet(members).encode();
        }
        if (members.has("commonHeader")) {
            return packets.innerAlone(members).encode();
        }
        if (members.has("header")) {
            return messageFromJson(json, members.take("header"), messages);
        }
        throw CodecException.because("expected basicHeader, commonHeader or header among the members");
    }

    /** Encodes a message, by its header. */
    static byte[] messageFromJson(String message, String header, EtsiMessages messages) throws CodecException {
        return encode(codecFor(header, messages), message);
    }

    private static <T> byte[] encode(Codec<T> codec, String json) throws CodecException {
        return codec.encode(codec.parseJson(json));
    }

    private static Codec<?> codecFor(String header, EtsiMessages messages) throws CodecException {
        int protocolVersion = -1;
        int messageId = -1;
        try (JerReader in = new JerReader(header)) {
            in.beginObject();
            for (String name = in.member(); name != null; name = in.member()) {
                switch (name) {
                    case "protocolVersion" -> protocolVersion = in.integer(0, 255);
                    case "messageID", "messageId" -> messageId = in.integer(0, 255);
                    default -> in.aside();
                }
            }
            if (protocolVersion < 0 || messageId < 0) {
                throw CodecException.because("protocolVersion or messageID is missing");
            }
        } catch (CodecException e) {
            throw e.in(".header");
        }
        return messages.codecFor(protocolVersion, messageId);
    }
}
