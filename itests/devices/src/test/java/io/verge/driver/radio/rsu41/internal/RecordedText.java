package io.verge.driver.radio.rsu41.internal;

import java.util.List;

/** Datagrams to a radio that others published. */
final class RecordedText {
    static final List<String> FILES = List.of("radio/imf_spat_v2xhub_1.txt", "radio/imf_spat_v2xhub_2.txt");

    /** Octets. */
    static final int MOST = 1 << 16;

    private RecordedText() {}
}
