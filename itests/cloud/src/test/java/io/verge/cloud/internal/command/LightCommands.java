package io.verge.cloud.internal.command;

import io.verge.api.cloud.Command;
import io.verge.api.time.Clock;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.session.Publisher;
import io.verge.cloud.internal.twin.OutboxAudit;
import java.util.List;
import org.osgi.framework.BundleContext;

/** Commands without a framework. */
public final class LightCommands {
    private LightCommands() {}

    /** Ready for requests. */
    public static CommandService start(
            BundleContext context, OutboxAudit audit, Clock clock, Stages stages, List<Command> commands) {
        CommandService service = new CommandService(context, audit, clock, stages);
        commands.forEach(service::addCommand);
        return service;
    }

    /** The session is there. */
    public static void connect(CommandService service, Publisher publisher) {
        service.publisher = publisher;
    }
}
