package io.verge.cloud.internal.twin;

import io.verge.api.cloud.TwinReport;
import io.verge.api.disk.Sha256;
import io.verge.api.status.Trouble;
import io.verge.cloud.internal.tree.MergePatch;
import io.verge.json.tree.JsonTree;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the box says of its twin: {@code {epoch, desired, applied, state, why, unread, keys: {KEY: {dv, st, why, until}}, digest, profile}}. No
 * member is null, so that merge patches can carry it. A profile that is larger than a desired document is left out; its digest never is.
 */
final class ReportedDocument {
    private static final JsonTreeReader READER = JsonTreeReader.of(Integer.MAX_VALUE, 40);

    private ReportedDocument() {}

    /** Of the types that reading gives, so that equal documents are equal. */
    static Map<String, Object> of(TwinReport report, @Nullable Refusal unread, Map<String, Object> profile) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("epoch", report.epoch());
        document.put("desired", report.desired());
        document.put("applied", report.applied());
        document.put("state", report.status().state());
        Trouble trouble = report.status().trouble();
        if (trouble != null) {
            document.put("why", trouble.cause());
        }
        if (unread != null) {
            document.put("unread", unread(unread));
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        report.keys().forEach(key -> keys.put(key.key(), key(key)));
        document.put("keys", keys);
        // Merged into nothing, a document loses its nulls.
        String text = JsonTree.write(MergePatch.apply(null, profile));
        document.put("digest", digest(text));
        if (text.length() <= DesiredDocument.LARGEST) {
            document.put("profile", read(text));
        }
        return read(JsonTree.write(document));
    }

    private static Map<String, Object> unread(Refusal refusal) {
        return Map.of(
                "epoch", refusal.epoch(), "version", refusal.version(), "why", refusal.why(), "time", refusal.at());
    }

    private static Map<String, Object> key(TwinReport.Key key) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dv", key.desired());
        fields.put("st", key.outcome().name().toLowerCase(Locale.ROOT));
        if (key.why() != null) {
            fields.put("why", key.why());
        }
        if (key.until() != null) {
            fields.put("until", key.until());
        }
        return fields;
    }

    private static Map<String, Object> read(String json) {
        try {
            return READER.object(json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonTreeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
