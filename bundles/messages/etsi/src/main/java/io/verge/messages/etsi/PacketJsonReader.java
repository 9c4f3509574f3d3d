package io.verge.messages.etsi;

import io.verge.messages.etsi.GeoNetworkingPacket.Inner;
import io.verge.messages.etsi.GeoNetworkingPacket.Opaque;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.Octets;

/** Reads packets from JSON, in the form that {@link EtsiFrames} describes. */
final class PacketJsonReader {
    private final EtsiMessages messages;

    PacketJsonReader(EtsiMessages messages) {
        this.messages = messages;
    }

    /** A whole packet. */
    GeoNetworkingPacket packet(Members in) throws CodecException {
        return named(in, this::wholePacket);
    }

    /** What follows a basic header, by itself. */
    Inner innerAlone(Members in) throws CodecException {
        return named(in, this::inner);
    }

    /** Reads a part of a packet from the members of its object. */
    @FunctionalInterface
    private interface Part<T> {
        T read(Members in) throws CodecException;
    }

    private static <T> T named(Members in, Part<T> part) throws CodecException {
        try {
            T value = part.read(in);
            in.takeIfPresent("view");
            in.finish();
            return value;
        } catch (CodecException e) {
            throw e.in(GeoNetworkingPacket.NAME);
        }
    }

    private GeoNetworkingPacket wholePacket(Members in) throws CodecException {
        BasicHeader basic = in.nested("basicHeader", BasicHeader::decode);
        GeoNetworkingPacket.Body body =
                switch (basic.nextHeader()) {
                    case BasicHeader.COMMON -> inner(in);
                    case BasicHeader.SECURED -> Secured.of(in.octets("secured"));
                    default -> new Opaque(in.octets("octets"));
                };
        return new GeoNetworkingPacket(basic, body);
    }

    private Inner inner(Members in) throws CodecException {
        CommonHeader common = in.nested("commonHeader", CommonHeader::decode);
        ExtendedHeader extended = extended(common, in);
        Octets payload = in.has("btp") ? btp(common, in) : plain(in);
        if (common.payloadLength() < 0) {
            return Inner.of(common, extended, payload);
        }
        if (common.payloadLength() != payload.length()) {
            throw CodecException.because("value " + common.payloadLength() + ", the payload has " + payload.length()
                            + " octets; leave it out to have it computed")
                    .in(".commonHeader.payloadLength");
        }
        return new Inner(common, extended, payload);
    }

    private static ExtendedHeader extended(CommonHeader common, Members in) throws CodecException {
        HeaderType type = common.type().orElse(null);
        if (type == null) {
            return new ExtendedHeader.Unknown(in.octets("extendedHeader"));
        }
        FieldReader.Structure<? extends ExtendedHeader> layout = type.layout().decoder();
        return in.nested("extendedHeader", layout::decode);
    }

    private Octets btp(CommonHeader common, Members in) throws CodecException {
        BtpHeader header = in.nested("btp", fields -> BtpPacket.header(common.nextHeader(), fields));
        return new BtpPacket(header, data(in)).encode();
    }

    private Octets data(Members in) throws CodecException {
        if (!in.has("message")) {
            return plain(in);
        }
        String message = in.take("message");
        try {
            String header = new Members(message).take("header");
            return Octets.copyOf(EtsiFrames.messageFromJson(message, header, messages));
        } catch (CodecException e) {
            throw e.in(e.path().startsWith(".") ? ".message" : ".message.");
        }
    }

    private static Octets plain(Members in) throws CodecException {
        return in.has("payload") ? in.octets("payload") : Octets.empty();
    }
}
