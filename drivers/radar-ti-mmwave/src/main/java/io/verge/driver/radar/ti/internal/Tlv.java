package io.verge.driver.radar.ti.internal;

/**
 * One TLV of a packet.
 *
 * @param offset of its payload in the packet
 * @param length of its payload, octets
 */
record Tlv(Content content, int offset, int length) {
    /** How many points or targets it holds. */
    int count() {
        return content.count(length);
    }
}
