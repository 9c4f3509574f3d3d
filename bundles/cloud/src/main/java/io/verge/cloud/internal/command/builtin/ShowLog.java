package io.verge.cloud.internal.command.builtin;

import io.verge.api.cloud.Command;
import io.verge.api.log.LogLine;
import io.verge.api.log.Logs;
import io.verge.cloud.internal.log.LogLevel;
import io.verge.cloud.internal.log.LogLines;
import io.verge.cloud.internal.log.LogService;
import io.verge.json.tree.JsonTree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code log {"lines":100}}: the newest lines of the log, oldest first; fewer when they would not fit into one answer.
 * {@code log {"level":"WARN","minutes":10}}: what is logged from now on goes to the topic {@code log}; 0 minutes end that.
 */
@Component(service = Command.class)
public final class ShowLog implements Command {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    /** What an answer may hold, less what is around the lines. */
    private static final int OCTETS = 60 * 1024;

    private static final String MINUTES = "minutes";

    private final Logs logs;
    private final LogService stream;

    @Activate
    public ShowLog(@Reference Logs logs, @Reference LogService stream) {
        this.logs = logs;
        this.stream = stream;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        try {
            Map<String, Object> wanted = Content.object(request);
            LogLevel level = LogLevel.of(wanted);
            if (wanted.containsKey(MINUTES)) {
                return stream(level, Content.whole(wanted, MINUTES, 0, 0, stream.longest()));
            }
            return newest(level, Content.whole(wanted, "lines", USUAL, 1, MOST));
        } catch (IllegalArgumentException e) {
            return Content.why(400, String.valueOf(e.getMessage()));
        }
    }

    private Answer stream(LogLevel level, long minutes) {
        Instant until = stream.want(level, Duration.ofMinutes(minutes));
        return new Answer(200, JsonTree.write(Map.of("level", level, "until", until)));
    }

    private Answer newest(LogLevel level, long wanted) {
        List<LogLine> lines = logs.since(-1, MOST).stream().filter(level::takes).toList();
        Deque<Map<String, Object>> fitting = new ArrayDeque<>();
        int octets = 0;
        for (int i = lines.size() - 1; i >= 0 && fitting.size() < wanted; i--) {
            Map<String, Object> line = LogLines.fields(lines.get(i));
            octets += JsonTree.write(line).getBytes(StandardCharsets.UTF_8).length + 1;
            if (octets > OCTETS) {
                break;
            }
            fitting.addFirst(line);
        }
        return new Answer(200, JsonTree.write(Map.of("lines", List.copyOf(fitting))));
    }
}
