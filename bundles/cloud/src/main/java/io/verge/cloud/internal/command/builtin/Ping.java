package io.verge.cloud.internal.command.builtin;

import io.verge.api.cloud.Command;
import io.verge.api.time.Clock;
import io.verge.json.tree.JsonTree;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ping}: answers with the box's time. */
@Component(service = Command.class)
public final class Ping implements Command {
    private final Clock clock;

    @Activate
    public Ping(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        return new Answer(200, JsonTree.write(Map.of("time", clock.now())));
    }
}
