package io.verge.driver.signal.tscbm.internal;

import io.verge.itests.devices.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Packets of a controller that others recorded. */
final class RecordedPackets {
    private static final int MOST = 1 << 16;

    private RecordedPackets() {}

    /** All of them; none when the data folder is absent. */
    static List<byte[]> load() throws IOException {
        byte[] text = Seeds.data("signal/tscbm_carma_streets_ntcip_spat_data.hex.txt", MOST)
                .orElse(new byte[0]);
        return new String(text, StandardCharsets.US_ASCII)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(HexFormat.of()::parseHex)
                .toList();
    }
}
