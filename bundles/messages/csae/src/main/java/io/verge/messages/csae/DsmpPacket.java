package io.verge.messages.csae;

import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.BitWriter;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A packet of the dedicated short message protocol, the network layer of C-V2X under T/CSAE 53 (YD/T 3707), with or
 * without the adaptation layer's octet before it.
 *
 * <p>Both forms are told apart by the first octet: 4 is the adaptation layer's number for DSMP. A packet without it
 * begins with version 0, and its four reserved bits must be 0, so that it never looks like the other.
 *
 * <table>
 * <caption>Layout</caption>
 * <tr><th>octets</th><th>content</th></tr>
 * <tr><td>0 or 1</td><td>adaptation layer: 4</td></tr>
 * <tr><td>1</td><td>version 3 bits, whether extensions follow 1 bit, reserved 4 bits</td></tr>
 * <tr><td>0 or more</td><td>number of extensions, then identifier, length and value of each</td></tr>
 * <tr><td>1..4</td><td>AID, p-encoded</td></tr>
 * <tr><td>2</td><td>length of the data</td></tr>
 * <tr><td>0..65535</td><td>data</td></tr>
 * </table>
 *
 * @param adapted whether the adaptation layer's octet stands before the packet
 * @param version 0; the layout of others is not known
 * @param reserved 0..15, sent as 0; must be 0 without the adaptation layer
 * @param extensions 0..127 elements
 * @param aid the application identifier, 0..270549119. Which number means which message is regulated elsewhere and
 *     has changed over time: keep it configurable
 * @param data what is transported, 0..65535 octets
 */
public record DsmpPacket(
        boolean adapted, int version, int reserved, List<Extension> extensions, long aid, Octets data) {
    /** The adaptation layer's protocol type for DSMP. */
    public static final int ADAPTATION = 4;

    static final String NAME = "DSMP";
    /** Longest length and highest count that fit one octet under every reading of the standard. */
    static final int SHORT = 127;

    private static final int MAX_DATA = 65_535;

    /**
     * One element of the header's extension.
     *
     * @param elementId 0..255
     * @param value 0..127 octets
     */
    public record Extension(int elementId, Octets value) {
        public Extension {
            Objects.requireNonNull(value, "value");
        }
    }

    public DsmpPacket {
        extensions = List.copyOf(extensions);
        Objects.requireNonNull(data, "data");
    }

    /**
     * A packet as it is usually sent: with the adaptation layer's octet, without extensions.
     *
     * @param aid 0..270549119
     * @param data 0..65535 octets
     */
    public static DsmpPacket of(long aid, Octets data) {
        return new DsmpPacket(true, 0, 0, List.of(), aid, data);
    }

    /**
     * Decodes a packet.
     *
     * @throws CodecException when it is no packet of DSMP, damaged, or octets are missing or left over
     */
    public static DsmpPacket decode(byte[] packet) throws CodecException {
        try {
            return decode(packet, new BitReader(packet, 0, packet.length));
        } catch (CodecException e) {
            throw e.in(NAME);
        }
    }

    private static DsmpPacket decode(byte[] packet, BitReader in) throws CodecException {
        boolean adapted = packet.length > 0 && packet[0] == ADAPTATION;
        if (adapted) {
            in.integer(0, ADAPTATION, 8);
        }
        int version = field(in, "version", 3, 0);
        boolean extended = field(in, "optionIndicator", 1, 1) != 0;
        int reserved = field(in, "reserved", 4, adapted ? 15 : 0);
        List<Extension> extensions = extended ? extensions(in) : List.of();
        return new DsmpPacket(adapted, version, reserved, extensions, aid(in), data(in));
    }

    private static int field(BitReader in, String name, int width, int maximum) throws CodecException {
        try {
            return in.integer(0, maximum, width);
        } catch (CodecException e) {
            throw e.in("." + name);
        }
    }

    private static List<Extension> extensions(BitReader in) throws CodecException {
        List<Extension> extensions = new ArrayList<>();
        try {
            int count = in.integer(0, SHORT, 8);
            if (count == 0) {
                throw CodecException.atBit(in.position() - 8, "announced, none there");
            }
            for (int i = 0; i < count; i++) {
                extensions.add(extension(in, i));
            }
        } catch (CodecException e) {
            throw e.in(".extensions");
        }
        return extensions;
    }

    private static Extension extension(BitReader in, int index) throws CodecException {
        try {
            int elementId = field(in, "elementId", 8, 255);
            return new Extension(elementId, in.octets(field(in, "length", 8, SHORT)));
        } catch (CodecException e) {
            throw e.in(index);
        }
    }

    private static long aid(BitReader in) throws CodecException {
        try {
            return Aid.decode(in);
        } catch (CodecException e) {
            throw e.in(".aid");
        }
    }

    private static Octets data(BitReader in) throws CodecException {
        long at = in.position();
        int length = field(in, "length", 16, MAX_DATA);
        if (8L * length != in.remaining()) {
            throw CodecException.atBit(at, length + " octets announced, " + in.remaining() / 8 + " there")
                    .in(".length");
        }
        return in.octets(length);
    }

    /**
     * Encodes the packet.
     *
     * @throws CodecException when a value is out of its range
     */
    public byte[] encode() throws CodecException {
        BitWriter out = new BitWriter();
        try {
            if (adapted) {
                out.integer(ADAPTATION, 0, 255, 8);
            }
            put(out, "version", version, 3, 0);
            out.bit(!extensions.isEmpty());
            put(out, "reserved", reserved, 4, adapted ? 15 : 0);
            putExtensions(out);
            putAid(out);
            put(out, "length", data.length(), 16, MAX_DATA);
            out.octets(data, data.length(), data.length(), 0);
        } catch (CodecException e) {
            throw e.in(NAME);
        }
        return out.toByteArray();
    }

    private static void put(BitWriter out, String name, int value, int width, int maximum) throws CodecException {
        try {
            out.integer(value, 0, maximum, width);
        } catch (CodecException e) {
            throw e.in("." + name);
        }
    }

    private void putExtensions(BitWriter out) throws CodecException {
        if (extensions.isEmpty()) {
            return;
        }
        put(out, "extensions", extensions.size(), 8, SHORT);
        for (int i = 0; i < extensions.size(); i++) {
            Extension extension = extensions.get(i);
            try {
                put(out, "elementId", extension.elementId(), 8, 255);
                put(out, "length", extension.value().length(), 8, SHORT);
            } catch (CodecException e) {
                throw e.in(i).in(".extensions");
            }
            out.octets(
                    extension.value(),
                    extension.value().length(),
                    extension.value().length(),
                    0);
        }
    }

    private void putAid(BitWriter out) throws CodecException {
        try {
            Aid.encode(out, aid);
        } catch (CodecException e) {
            throw e.in(".aid");
        }
    }

    /**
     * The packet as JSON, on one line:
     * {@code {"adaptation":4,"version":0,"extensions":[{"elementId":1,"value":"00"}],"aid":111,"data":"0102"}}.
     * Without the adaptation layer its member is not there; reserved bits are shown when they are not 0.
     */
    public String toJson() {
        return DsmpJson.write(this);
    }

    /**
     * Reads what {@link #toJson} wrote; members in any order, {@code version} and {@code extensions} may be left out.
     * Ranges are checked by {@link #encode}.
     *
     * @throws CodecException when it is anything else
     */
    public static DsmpPacket fromJson(String json) throws CodecException {
        return DsmpJson.read(json);
    }
}
