package io.verge.cloud.internal.command.builtin;

import io.verge.api.cloud.Command;
import io.verge.api.log.LogLine;
import io.verge.api.log.Logs;
import io.verge.cloud.internal.tree.JsonTree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code log {"lines":100}}: the newest lines of the log, oldest first; fewer when they would not fit into one answer. */
@Component(service = Command.class)
public final class ShowLog implements Command {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    /** What an answer may hold, less what is around the lines. */
    private static final int OCTETS = 60 * 1024;

    private final Logs logs;

    @Activate
    public ShowLog(@Reference Logs logs) {
        this.logs = logs;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        int wanted;
        try {
            wanted = Content.whole(Content.object(request), "lines", USUAL, MOST);
        } catch (IllegalArgumentException e) {
            return Content.why(400, String.valueOf(e.getMessage()));
        }
        List<LogLine> lines = logs.since(-1, wanted);
        Deque<Map<String, Object>> fitting = new ArrayDeque<>();
        int octets = 0;
        for (int i = lines.size() - 1; i >= 0; i--) {
            Map<String, Object> line = fields(lines.get(i));
            octets += JsonTree.write(line).getBytes(StandardCharsets.UTF_8).length + 1;
            if (octets > OCTETS) {
                break;
            }
            fitting.addFirst(line);
        }
        return new Answer(200, JsonTree.write(Map.of("lines", List.copyOf(fitting))));
    }

    private static Map<String, Object> fields(LogLine line) {
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
