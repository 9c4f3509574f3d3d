package io.verge.cloud.internal.log;

import io.verge.api.log.LogLine;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lines of the log as JSON. */
public final class LogLines {
    private LogLines() {}

    /** One line as an object. */
    public static Map<String, Object> fields(LogLine line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", line.number());
        fields.put("time", line.time());
        fields.put("level", line.level());
        fields.put("logger", line.logger());
        fields.put("message", line.message());
        if (line.thrown() != null) {
            fields.put("thrown", line.thrown());
        }
        return fields;
    }
}
