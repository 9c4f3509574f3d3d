package io.verge.driver.recording.internal;

import io.verge.device.Connection;
import io.verge.itests.devices.Pieces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lines of a small recording of the tests' own, and a file in memory. */
final class Lines {
    static final String HEADER =
            """
            {"format":"verge-recording/1","origin":{"latitude":30.5,"longitude":114.3},"sensors":[\
            {"id":"r","kind":"radar","east":28,"north":27.5,"up":6,"azimuth":225,"fov":100,"range":130,"rate":10,\
            "sigma":{"range":0.25,"azimuth":0.4,"radialSpeed":0.12}},\
            {"id":"c","kind":"camera","east":-28,"north":-28,"azimuth":45,"fov":90,"range":80,\
            "sigma":{"along":0.02,"across":0.006}}]}
            """;
    static final String RADAR =
            """
            {"arrival":1790000000009,"time":1790000000000,"sensor":"r","detections":[[57.324,-22.682,0.02,10.2],\
            [50.98,-16.116,0.073,null]]}
            """;
    static final String CAMERA =
            """
            {"detections":[[-55.446,9.074,"pedestrian",0.89],[1e1,-2,"tram",1]],"x":{"y":[]},"sensor":"c",\
            "time":1790000000000,"arrival":1790000000075}
            """;

    private Lines() {}

    static byte[] octets(String... lines) {
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** A file that is read in these pieces. */
    static Connection file(Pieces pieces) {
        Deque<ByteBuffer> left = new ArrayDeque<>();
        pieces.list().forEach(piece -> left.add(piece.duplicate()));
        return new Connection() {
            @Override
            public int read(ByteBuffer into, Duration timeout) {
                ByteBuffer piece = left.peek();
                if (piece == null) {
                    return END;
                }
                int count = Math.min(piece.remaining(), into.remaining());
                into.put(piece.slice(piece.position(), count));
                piece.position(piece.position() + count);
                if (!piece.hasRemaining()) {
                    left.remove();
                }
                return count;
            }

            @Override
            public void write(ByteBuffer from) throws IOException {
                throw new IOException("a recording is only read");
            }

            @Override
            public void close() {}
        };
    }
}
