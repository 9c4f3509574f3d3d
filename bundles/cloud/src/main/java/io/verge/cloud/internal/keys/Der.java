package io.verge.cloud.internal.keys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Writes as much of DER (ITU-T X.690) as a request for a certificate is made of. Pure. */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int CONTEXT = 0xa0;

    private static final int LONGEST_SHORT = 0x7f;
    private static final int SEPTET = 7;
    /** From this year on times have four digits for it (RFC 5280, 4.1.2.5). */
    private static final int FOUR_DIGITS = 2050;

    private static final DateTimeFormatter TWO = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");
    private static final DateTimeFormatter FOUR = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(SEQUENCE, parts);
    }

    /** Parts with the implicit tag of their context, such as the attributes of a request. */
    static byte[] context(int number, byte[]... parts) {
        return tagged(CONTEXT | number, parts);
    }

    static byte[] integer(BigInteger value) {
        return tagged(INTEGER, value.toByteArray());
    }

    /** Of whole octets. */
    static byte[] bits(byte[] octets) {
        return tagged(BIT_STRING, new byte[] {0}, octets);
    }

    /** To the second. */
    static byte[] time(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        boolean four = utc.getYear() >= FOUR_DIGITS;
        return tagged(
                four ? GENERALIZED_TIME : UTC_TIME,
                (four ? FOUR : TWO).format(utc).getBytes(StandardCharsets.US_ASCII));
    }

    /** @param arcs two or more, such as 1, 2, 840 */
    static byte[] identifier(int... arcs) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        arc(content, arcs[0] * 40 + arcs[1]);
        for (int i = 2; i < arcs.length; i++) {
            arc(content, arcs[i]);
        }
        return tagged(OBJECT_IDENTIFIER, content.toByteArray());
    }

    /** Seven bits an octet, the highest first; all but the last have the top bit set. */
    private static void arc(ByteArrayOutputStream out, int value) {
        int shift = 0;
        while (value >> (shift + SEPTET) > 0) {
            shift += SEPTET;
        }
        for (; shift > 0; shift -= SEPTET) {
            out.write((value >> shift) | ~LONGEST_SHORT);
        }
        out.write(value & LONGEST_SHORT);
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        length(out, content.size());
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static void length(ByteArrayOutputStream out, int length) {
        if (length <= LONGEST_SHORT) {
            out.write(length);
            return;
        }
        byte[] octets = BigInteger.valueOf(length).toByteArray();
        int skipped = octets[0] == 0 ? 1 : 0;
        out.write(~LONGEST_SHORT | (octets.length - skipped));
        out.write(octets, skipped, octets.length - skipped);
    }
}
