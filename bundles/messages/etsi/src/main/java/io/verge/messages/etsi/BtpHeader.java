package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;

/** The header of the basic transport protocol, 4 octets (EN 302 636-5-1, clause 7). */
public sealed interface BtpHeader {

    /** Number of octets. */
    int LENGTH = 4;

    /** The facility that the packet is for, 0..65535; see {@link BtpPort}. */
    int destinationPort();

    /**
     * BTP-A, for interactive transport.
     *
     * @param destinationPort 0..65535
     * @param sourcePort where an answer goes, 0..65535
     */
    record A(int destinationPort, int sourcePort) implements BtpHeader {
        static A decode(FieldReader in) throws CodecException {
            return new A(in.number("destinationPort", 16), in.number("sourcePort", 16));
        }

        void encode(FieldWriter out) throws CodecException {
            out.unsigned("destinationPort", destinationPort, 16);
            out.unsigned("sourcePort", sourcePort, 16);
        }
    }

    /**
     * BTP-B, for messages that need no answer.
     *
     * @param destinationPort 0..65535
     * @param destinationPortInfo more about the port, 0..65535; 0 for all facilities of {@link BtpPort}
     */
    record B(int destinationPort, int destinationPortInfo) implements BtpHeader {
        static B decode(FieldReader in) throws CodecException {
            return new B(in.number("destinationPort", 16), in.number("destinationPortInfo", 16));
        }

        void encode(FieldWriter out) throws CodecException {
            out.unsigned("destinationPort", destinationPort, 16);
            out.unsigned("destinationPortInfo", destinationPortInfo, 16);
        }
    }
}
