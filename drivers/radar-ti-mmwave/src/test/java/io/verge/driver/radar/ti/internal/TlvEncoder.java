package io.verge.driver.radar.ti.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Makes packets for tests, in each form of header. */
final class TlvEncoder {
    private static final byte[] MAGIC = {2, 1, 4, 3, 6, 5, 8, 7};
    private static final int VERSION = 0x03050004;
    private static final int PLATFORM = 0x000A6843;

    private final HeaderForm form;
    private final int number;
    private final List<ByteBuffer> tlvs = new ArrayList<>();
    private int objects;

    TlvEncoder(HeaderForm form, int number) {
        this.form = form;
        this.number = number;
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What was put into the buffer. */
    private static byte[] octets(ByteBuffer filled) {
        byte[] octets = new byte[filled.flip().remaining()];
        filled.get(octets);
        return octets;
    }

    /** Any TLV, whose payload is what was put into the buffer. */
    TlvEncoder tlv(int type, ByteBuffer payload) {
        return tlv(type, octets(payload));
    }

    /** Any TLV. */
    TlvEncoder tlv(int type, byte... payload) {
        tlvs.add(buffer(8 + payload.length)
                .putInt(type)
                .putInt(payload.length)
                .put(payload)
                .flip());
        return this;
    }

    TlvEncoder floats(int type, double... values) {
        ByteBuffer payload = buffer(4 * values.length);
        for (double value : values) {
            payload.putFloat((float) value);
        }
        return tlv(type, payload);
    }

    /** Points of the demo: x, y, z, doppler of each. */
    TlvEncoder points(double... values) {
        objects = values.length / 4;
        return floats(1, values);
    }

    TlvEncoder shorts(int type, int... values) {
        ByteBuffer payload = buffer(2 * values.length);
        for (int value : values) {
            payload.putShort((short) value);
        }
        return tlv(type, payload);
    }

    /** One target of the tracker: its position and velocity. */
    TlvEncoder target(int type, int id, double... placeAndSpeed) {
        ByteBuffer payload = buffer(112).putInt(id);
        for (double value : placeAndSpeed) {
            payload.putFloat((float) value);
        }
        return tlv(type, payload.position(112));
    }

    byte[] encode() {
        int size = form.size() + tlvs.stream().mapToInt(ByteBuffer::remaining).sum();
        int total = (size + 31) / 32 * 32;
        ByteBuffer packet = buffer(total).put(MAGIC).putInt(VERSION);
        if (form == HeaderForm.TRAFFIC_52) {
            packet.putInt(PLATFORM).putInt(123_456).putInt(total).putInt(number).putInt(0);
            packet.putInt(10).putInt(20).putInt(30).putInt(40).putShort((short) tlvs.size());
            packet.putShort(checksum(packet));
        } else {
            packet.putInt(total).putInt(PLATFORM).putInt(number).putInt(123_456);
            packet.putInt(objects).putInt(tlvs.size());
            while (packet.position() < form.size()) {
                packet.putInt(0);
            }
        }
        tlvs.forEach(tlv -> packet.put(tlv.duplicate()));
        return octets(packet.position(total));
    }

    private static short checksum(ByteBuffer packet) {
        int sum = 0;
        for (int at = 0; at < 50; at += 2) {
            sum += Short.toUnsignedInt(packet.getShort(at));
        }
        int folded = (sum >> 16) + (sum & 0xFFFF);
        return (short) ~(folded + (folded >> 16));
    }
}
