package io.verge.driver.simulator.internal.play;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

/** A message of SNMP version 1 (RFC 1157): {@code SEQUENCE {version 0, community, PDU}}. */
record SnmpMessage(OctetString community, PDU pdu) {
    private static final int VERSION = 0;

    /** Reads a datagram; empty when it is none, or of another version. */
    static Optional<SnmpMessage> parse(ByteBuffer datagram) {
        try {
            BERInputStream in = new BERInputStream(datagram);
            BER.decodeHeader(in, new BER.MutableByte());
            Integer32 version = new Integer32();
            version.decodeBER(in);
            OctetString community = new OctetString();
            community.decodeBER(in);
            PDU pdu = new PDUv1();
            pdu.decodeBER(in);
            return version.getValue() == VERSION ? Optional.of(new SnmpMessage(community, pdu)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The reader throws either of what does not hold what it must.
            return Optional.empty();
        }
    }

    /** As a datagram. */
    ByteBuffer octets() throws IOException {
        Integer32 version = new Integer32(VERSION);
        int length = version.getBERLength() + community.getBERLength() + pdu.getBERLength();
        ByteBuffer octets = ByteBuffer.allocate(length + 6);
        try (BEROutputStream out = new BEROutputStream(octets)) {
            BER.encodeHeader(out, BER.SEQUENCE, length);
            version.encodeBER(out);
            community.encodeBER(out);
            pdu.encodeBER(out);
        }
        return octets.flip();
    }
}
