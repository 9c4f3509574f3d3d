package io.verge.cloud.internal.file;

import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.json.tree.JsonTree;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the box says about files, and the names of what is said beside the octets. */
final class FileMessages {
    static final String OFFSET = "offset";
    static final String TOTAL = "total";
    static final String SHA256 = "sha256";
    static final String CODE = "code";
    static final String WHY = "why";

    private static final String OCTETS = "application/octet-stream";
    /** A broker keeps the pieces of a file for a receiver that is away no longer than this. */
    private static final Duration KEPT = Duration.ofHours(1);

    private FileMessages() {}

    /** What is going to be sent. */
    static Outbound offer(Topics topics, Upload upload) {
        return json(topics.file(upload.id(), "offer"), upload.facts(), null);
    }

    /** A piece, with where it belongs. */
    static Outbound chunk(Topics topics, Upload upload, long offset, ByteBuffer content) {
        Map<String, String> properties =
                Map.of(OFFSET, Long.toString(offset), TOTAL, Long.toString(upload.total()), SHA256, upload.sha256());
        return new Outbound(topics.file(upload.id(), "chunk"), content, 1, false, KEPT, OCTETS, null, properties);
    }

    /**
     * That nothing more comes, or is taken.
     *
     * @param why null when all is well
     */
    static Outbound end(Topics topics, String id, int code, @Nullable String why) {
        Map<String, Object> end = new LinkedHashMap<>();
        end.put(CODE, code);
        if (why != null) {
            end.put(WHY, why);
        }
        return json(topics.file(id, "end"), end, null);
    }

    /** A request for a part of a file. */
    static Outbound range(Topics topics, String id, RangeRequest request, Duration patience) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("path", request.path());
        range.put("from", request.from());
        range.put("to", request.to());
        return json(topics.file(id, "range"), range, patience);
    }

    private static Outbound json(String topic, Map<String, Object> content, @Nullable Duration expiry) {
        ByteBuffer octets = ByteBuffer.wrap(JsonTree.octets(content));
        return new Outbound(topic, octets, 1, false, expiry, Outbound.JSON, null, Map.of());
    }
}
