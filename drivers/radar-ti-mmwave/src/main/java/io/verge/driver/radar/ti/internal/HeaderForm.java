package io.verge.driver.radar.ti.internal;

/**
 * The packet headers in use. The forms of the out-of-box demo differ only in what follows the count of TLVs; the traffic
 * monitoring lab has an order of its own and a checksum. Which form a packet has is decided for each packet: the word at 12 is
 * a platform ({@code 0x000A....}) in the traffic lab and a length, which is smaller, in the others.
 */
enum HeaderForm {
    /** Out-of-box demo: ends with the sub-frame number. */
    DEMO_40(40),
    /** Out-of-box demo of the first SDK: no sub-frame number. */
    DEMO_36(36),
    /** Labs that add the count of static objects. */
    DEMO_44(44),
    /** Traffic monitoring lab. */
    TRAFFIC_52(52);

    private final int size;

    HeaderForm(int size) {
        this.size = size;
    }

    /** Octets. */
    int size() {
        return size;
    }
}
