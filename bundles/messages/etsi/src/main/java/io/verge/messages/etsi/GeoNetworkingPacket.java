package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;
import java.util.Objects;
import java.util.Optional;

/**
 * A GeoNetworking packet (EN 302 636-4-1, clause 9), as it follows the EtherType 0x8947.
 *
 * @param basicHeader what a router may change
 * @param body all that follows, as the basic header's next header says
 */
public record GeoNetworkingPacket(BasicHeader basicHeader, Body body) {
    static final String NAME = "GeoNetworking";

    /** What follows the basic header: {@link Inner}, {@link Secured} or {@link Opaque}. */
    public sealed interface Body permits Inner, Secured, Opaque {}

    /**
     * Common header, extended header and payload: what follows the basic header, and what is signed in a secured
     * packet.
     *
     * @param commonHeader says what kind of packet it is; its payload length must be that of the payload
     * @param extendedHeader the one that belongs to the common header's type
     * @param payload what is transported, 0..65535 octets
     */
    public record Inner(CommonHeader commonHeader, ExtendedHeader extendedHeader, Octets payload) implements Body {
        public Inner {
            Objects.requireNonNull(commonHeader, "commonHeader");
            Objects.requireNonNull(extendedHeader, "extendedHeader");
            Objects.requireNonNull(payload, "payload");
        }

        /** Headers and payload, with the payload's length set in the common header. */
        public static Inner of(CommonHeader commonHeader, ExtendedHeader extendedHeader, Octets payload) {
            return new Inner(commonHeader.withPayloadLength(payload.length()), extendedHeader, payload);
        }

        /**
         * Decodes the octets from the common header on.
         *
         * @throws CodecException when they are damaged, too few or too many
         */
        public static Inner decode(byte[] octets) throws CodecException {
            try {
                return decode(new OctetFieldReader(octets));
            } catch (CodecException e) {
                throw e.in(NAME);
            }
        }

        static Inner decode(OctetFieldReader in) throws CodecException {
            long start = in.position();
            CommonHeader common = in.nested("common", CommonHeader::decode);
            ExtendedHeader extended = in.nested("extended", each -> extended(common, in));
            if (common.payloadLength() != in.remaining()) {
                throw CodecException.atBit(start + 32, lengths(common, in.remaining()))
                        .in(".common.payloadLength");
            }
            return new Inner(common, extended, in.rest());
        }

        private static ExtendedHeader extended(CommonHeader common, OctetFieldReader in) throws CodecException {
            Optional<HeaderType> type = common.type();
            if (type.isPresent()) {
                return type.get().layout().decoder().decode(in);
            }
            int length = in.remaining() - common.payloadLength();
            return new ExtendedHeader.Unknown(in.octets("octets", Math.max(length, 0)));
        }

        private static String lengths(CommonHeader common, int there) {
            return common.payloadLength() + " octets announced, " + there + " there";
        }

        /**
         * Encodes common header, extended header and payload.
         *
         * @throws CodecException when a value is out of its range, or headers and payload do not fit together
         */
        public byte[] encode() throws CodecException {
            try {
                OctetFieldWriter out = new OctetFieldWriter();
                encode(out);
                return out.toByteArray();
            } catch (CodecException e) {
                throw e.in(NAME);
            }
        }

        void encode(OctetFieldWriter out) throws CodecException {
            if (commonHeader.payloadLength() != payload.length()) {
                throw CodecException.because(lengths(commonHeader, payload.length()))
                        .in(".common.payloadLength");
            }
            out.nested("common", commonHeader::encode);
            out.nested("extended", each -> {
                if (extendedHeader instanceof ExtendedHeader.Unknown unknown
                        && commonHeader.type().isEmpty()) {
                    out.rest(unknown.octets());
                } else {
                    knownLayout().encode(out);
                }
            });
            out.rest(payload);
        }

        /** How the extended header is written when its layout is known. */
        FieldWriter.Structure knownLayout() throws CodecException {
            HeaderType type = commonHeader.type().orElse(null);
            if (type == null) {
                throw CodecException.because("header type " + commonHeader.headerType() + "/"
                        + commonHeader.headerSubtype() + " has no known layout");
            }
            return type.layout().writing(extendedHeader);
        }

        /**
         * The payload as a BTP packet.
         *
         * @return empty when the common header does not announce BTP, or when there is no payload
         * @throws CodecException when the payload is too short
         */
        public Optional<BtpPacket> btp() throws CodecException {
            int next = commonHeader.nextHeader();
            if (payload.length() == 0 || (next != CommonHeader.BTP_A && next != CommonHeader.BTP_B)) {
                return Optional.empty();
            }
            return Optional.of(BtpPacket.decode(next, payload));
        }
    }

    /**
     * What follows a basic header whose next header is not specified.
     *
     * @param octets as they are
     */
    public record Opaque(Octets octets) implements Body {
        public Opaque {
            Objects.requireNonNull(octets, "octets");
        }
    }

    public GeoNetworkingPacket {
        Objects.requireNonNull(basicHeader, "basicHeader");
        Objects.requireNonNull(body, "body");
    }

    /**
     * Decodes a packet.
     *
     * @throws CodecException when it is damaged, or when octets are missing or left over. Of a secured packet only
     *     what is signed is looked at, so what is missing behind it is not seen
     */
    public static GeoNetworkingPacket decode(byte[] packet) throws CodecException {
        try {
            OctetFieldReader in = new OctetFieldReader(packet);
            BasicHeader basic = in.nested("basic", BasicHeader::decode);
            return new GeoNetworkingPacket(
                    basic,
                    switch (basic.nextHeader()) {
                        case BasicHeader.COMMON -> Inner.decode(in);
                        case BasicHeader.SECURED -> Secured.at(in.position(), in.rest());
                        default -> new Opaque(in.rest());
                    });
        } catch (CodecException e) {
            throw e.in(NAME);
        }
    }

    /**
     * Encodes the packet.
     *
     * @throws CodecException when a value is out of its range, or the parts do not fit together
     */
    public byte[] encode() throws CodecException {
        try {
            OctetFieldWriter out = new OctetFieldWriter();
            out.nested("basic", basicHeader::encode);
            checkNextHeader();
            if (body instanceof Inner inner) {
                inner.encode(out);
            } else if (body instanceof Secured secured) {
                out.rest(secured.octets());
            } else if (body instanceof Opaque opaque) {
                out.rest(opaque.octets());
            }
            return out.toByteArray();
        } catch (CodecException e) {
            throw e.in(NAME);
        }
    }

    private void checkNextHeader() throws CodecException {
        int next = basicHeader.nextHeader();
        boolean fits = body instanceof Inner
                ? next == BasicHeader.COMMON
                : body instanceof Secured
                        ? next == BasicHeader.SECURED
                        : next != BasicHeader.COMMON && next != BasicHeader.SECURED;
        if (!fits) {
            throw CodecException.because("value " + next + " does not announce what follows, "
                            + body.getClass().getSimpleName())
                    .in(".basic.nextHeader");
        }
    }

    /**
     * Common header, extended header and payload, as they are or out of a secured packet.
     *
     * @return empty when the packet is encrypted, or secured in a form that is not known
     */
    public Optional<Inner> inner() {
        if (body instanceof Inner inner) {
            return Optional.of(inner);
        }
        return body instanceof Secured secured ? secured.inner() : Optional.empty();
    }
}
