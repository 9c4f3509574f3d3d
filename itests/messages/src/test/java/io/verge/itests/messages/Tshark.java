package io.verge.itests.messages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Dissects packets with tshark. */
final class Tshark {
    private static final int ETHERNET = 1;

    private Tshark() {}

    /**
     * What tshark says of one packet.
     *
     * @param values for each field its values, with commas between
     * @param complaints what it found malformed or wrong; empty when all is well
     */
    record Dissection(List<String> values, String complaints) {}

    static boolean available() throws IOException, InterruptedException {
        return Tools.works("tshark", "--version");
    }

    /** Dissects Ethernet packets, in order, and gives the values of fields. */
    static List<Dissection> dissect(Path folder, List<byte[]> packets, List<String> fields)
            throws IOException, InterruptedException {
        Path capture = Files.createTempFile(folder, "packets", ".pcap");
        Files.write(capture, capture(packets));
        List<String> command = new ArrayList<>(List.of("tshark", "-r", capture.toString(), "-T", "fields"));
        command.addAll(List.of("-E", "separator=/t", "-E", "occurrence=a"));
        fields.forEach(field -> command.addAll(List.of("-e", field)));
        command.addAll(List.of("-e", "_ws.malformed", "-e", "_ws.expert.severity", "-e", "_ws.expert.message"));
        List<Dissection> dissections = new ArrayList<>();
        for (String line : Tools.run(folder, command).lines().toList()) {
            List<String> columns = List.of(line.split("\t", -1));
            // Other lines are remarks of tshark itself, such as that it runs as root.
            if (columns.size() == fields.size() + 3) {
                dissections.add(new Dissection(
                        columns.subList(0, fields.size()),
                        String.join(" ", columns.subList(fields.size(), columns.size()))
                                .strip()));
            }
        }
        return dissections;
    }

    private static byte[] capture(List<byte[]> packets) {
        int size = packets.stream().mapToInt(packet -> 16 + packet.length).sum();
        ByteBuffer out = ByteBuffer.allocate(24 + size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4);
        out.putInt(0).putInt(0).putInt(65_535).putInt(ETHERNET);
        int time = 1_700_000_000;
        for (byte[] packet : packets) {
            out.putInt(time++)
                    .putInt(0)
                    .putInt(packet.length)
                    .putInt(packet.length)
                    .put(packet);
        }
        return out.array();
    }
}
