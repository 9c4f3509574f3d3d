package io.verge.cloud.internal.command;

import io.verge.api.cloud.Command;
import io.verge.api.disk.LocalDisk;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Publisher;
import io.verge.cloud.internal.session.Router;
import io.verge.cloud.internal.twin.OutboxAudit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Takes what comes on {@code command/+} and has it served on a thread of its own, where a command may wait. */
@Component(service = Router.class, immediate = true)
public final class CommandService implements Router {
    private final Map<String, Command> commands = new ConcurrentHashMap<>();
    private final Queue queue;
    private final Stage stage;
    private volatile @Nullable Topics topics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Publisher publisher;

    @Activate
    public CommandService(
            BundleContext context, @Reference OutboxAudit audit, @Reference Clock clock, @Reference Stages stages) {
        Path file = Path.of(context.getProperty("verge.state"), "commands.log");
        Journal journal = new Journal(new LocalDisk(), file, clock);
        Publisher out = this::publish;
        CommandDesk desk = new CommandDesk(journal, clock, audit, out, new Workers(), this::command);
        stage = stages.open("commands", Queue.MOST);
        queue = new Queue(stage, journal, desk, clock, out);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCommand(Command command) {
        commands.put(command.name(), command);
    }

    void removeCommand(Command command) {
        commands.remove(command.name(), command);
    }

    @Deactivate
    void close() {
        stage.close();
    }

    @Override
    public List<String> filters(Topics own) {
        topics = own;
        return List.of(own.commands());
    }

    @Override
    public void began(Topics own, boolean resumed) {
        topics = own;
    }

    @Override
    public void route(Inbound message) {
        Topics own = topics;
        if (own != null) {
            queue.take(message, own);
        }
    }

    private Optional<Command> command(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    private boolean publish(Outbound message, Runnable confirmed) {
        Publisher present = publisher;
        return present != null && present.publish(message, confirmed);
    }
}
