package io.verge.cloud.internal.command.builtin;

import io.verge.api.cloud.Command;
import io.verge.api.cloud.TwinReport;
import io.verge.cloud.internal.twin.TwinService;
import io.verge.json.tree.JsonTree;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code twin-report}: has the twin report all of itself on its topic. */
@Component(service = Command.class)
public final class ReportTwin implements Command {
    private final TwinService twin;

    @Activate
    public ReportTwin(@Reference TwinService twin) {
        this.twin = twin;
    }

    @Override
    public String name() {
        return "twin-report";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        twin.reportAll();
        TwinReport report = twin.report();
        return new Answer(
                200,
                JsonTree.write(
                        Map.of("epoch", report.epoch(), "desired", report.desired(), "applied", report.applied())));
    }
}
