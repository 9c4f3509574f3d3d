package io.verge.messages.etsi;

import io.verge.messages.etsi.GeoNetworkingPacket.Inner;
import io.verge.messages.etsi.GeoNetworkingPacket.Opaque;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.JerWriter;
import io.verge.messages.uper.Octets;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Writes packets as JSON, in the form that {@link EtsiFrames} describes. */
final class PacketJsonWriter {
    private final JerWriter out;
    private final JsonFieldWriter fields;
    private final EtsiMessages messages;

    PacketJsonWriter(JerWriter out, EtsiMessages messages) {
        this.out = out;
        this.fields = new JsonFieldWriter(out);
        this.messages = messages;
    }

    void packet(GeoNetworkingPacket packet) throws IOException, CodecException {
        out.beginObject();
        fields.nested("basicHeader", packet.basicHeader()::encode);
        GeoNetworkingPacket.Body body = packet.body();
        if (body instanceof Inner inner) {
            innerMembers(inner);
        } else if (body instanceof Secured secured) {
            secured(secured);
        } else if (body instanceof Opaque opaque) {
            fields.octets("octets", opaque.octets());
        }
        out.endObject();
    }

    void inner(Inner inner) throws IOException, CodecException {
        out.beginObject();
        innerMembers(inner);
        out.endObject();
    }

    private void secured(Secured secured) throws IOException, CodecException {
        fields.octets("secured", secured.octets());
        Optional<Inner> inner = secured.inner();
        if (inner.isPresent()) {
            out.name("view");
            inner(inner.get());
        }
    }

    private void innerMembers(Inner inner) throws IOException, CodecException {
        fields.nested("commonHeader", inner.commonHeader()::encode);
        if (inner.extendedHeader() instanceof ExtendedHeader.Unknown unknown) {
            fields.octets("extendedHeader", unknown.octets());
        } else {
            fields.nested("extendedHeader", inner.knownLayout());
        }
        Optional<BtpPacket> btp = inner.btp();
        if (btp.isPresent()) {
            fields.nested("btp", btp.get()::encodeHeader);
            message(btp.get().data());
        } else if (inner.payload().length() > 0) {
            fields.octets("payload", inner.payload());
        }
    }

    private void message(Octets data) throws IOException, CodecException {
        byte[] message = data.toByteArray();
        Optional<Codec<?>> codec = messages.known(message);
        if (codec.isPresent()) {
            try {
                message(codec.get(), message);
            } catch (CodecException e) {
                throw e.in(GeoNetworkingPacket.NAME + ".message.");
            }
        } else if (message.length > 0) {
            fields.octets("payload", data);
        }
    }

    private <T> void message(Codec<T> codec, byte[] message) throws IOException, CodecException {
        T value = codec.decode(message);
        boolean same = Arrays.equals(codec.encode(value), message);
        if (!same) {
            fields.octets("payload", Octets.copyOf(message));
            out.name("view");
            out.beginObject();
        }
        out.name("message");
        codec.toJson().write(out, value);
        if (!same) {
            out.endObject();
        }
    }
}
