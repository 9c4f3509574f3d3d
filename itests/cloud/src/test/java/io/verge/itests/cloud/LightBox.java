package io.verge.itests.cloud;

import io.verge.api.cloud.Command;
import io.verge.api.cloud.Ranges;
import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.command.CommandService;
import io.verge.cloud.internal.command.LightCommands;
import io.verge.cloud.internal.command.builtin.ReportTwin;
import io.verge.cloud.internal.file.FileService;
import io.verge.cloud.internal.file.LightFiles;
import io.verge.cloud.internal.session.CloudSession;
import io.verge.cloud.internal.session.LightSession;
import io.verge.cloud.internal.twin.LightTwin;
import io.verge.cloud.internal.twin.OutboxAudit;
import io.verge.cloud.internal.twin.TwinService;
import io.verge.outbox.internal.LightOutbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;

/** The cloud side of a box without a framework: outbox, session, twin and commands as they are, around them as little as there can be. */
final class LightBox {
    private final String name;
    private final Path folder;
    private final SettableClock clock;
    private final LightOutbox outbox;
    private final CloudSession session;
    private final FileService files;

    LightBox(String name, Path folder, String broker, SettableClock clock, Stages stages) throws IOException {
        this.name = name;
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
        BundleContext context = Contexts.of(folder);
        outbox = new LightOutbox(folder, clock, stages);
        OutboxAudit audit = LightTwin.audit(clock, outbox.outbox());
        FileProfiles profiles = new FileProfiles(folder.resolve("profile.yaml"), "box: {id: " + name + "}\n");
        TwinService twin = LightTwin.start(profiles, context, clock, stages, audit);
        CommandService commands =
                LightCommands.start(context, audit, clock, stages, List.of(new ReportTwin(twin), new Mark(this)));
        files = LightFiles.start(context, clock, stages);
        session = LightSession.start(
                broker,
                new PlainSite(HistoryIT.TENANT, name),
                context,
                clock,
                outbox.outbox(),
                List.of(twin, commands, files));
        LightTwin.connect(twin, session, session);
        LightCommands.connect(commands, session);
        LightFiles.connect(files, session);
    }

    /** Offers a critical record; when it is durable, that is written down. */
    void produce(String number) {
        ByteBuffer body = ByteBuffer.wrap(("{\"n\":\"" + number + "\"}").getBytes(StandardCharsets.UTF_8));
        outbox.outbox()
                .offer(new CloudRecord(Lane.CRITICAL, "events", null, clock.now(), null, body))
                .whenComplete((done, failed) -> {
                    if (failed == null) {
                        write("durable", number);
                    }
                });
    }

    /** The disk has no room left, or has room again. */
    void full(boolean isFull) {
        outbox.full(isFull);
    }

    /** Parts of files that the cloud has. */
    Ranges ranges() {
        return files;
    }

    /** Ends the session. */
    void leave() {
        LightSession.stop(session);
    }

    String describe() {
        return name + ": " + LightSession.describe(session.report()) + "; "
                + outbox.outbox().report().lanes().get(0);
    }

    /** What is in the page cache outlives this process, however it ends. */
    private synchronized void write(String file, String line) {
        try {
            Files.writeString(
                    folder.resolve(file + ".log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs by writing down that it ran. */
    private record Mark(LightBox box) implements Command {
        @Override
        public String name() {
            return "mark";
        }

        @Override
        public Answer run(ByteBuffer request, Consumer<Integer> progress) {
            String id = StandardCharsets.UTF_8.decode(request).toString().replace("\"", "");
            box.write("ran", id);
            return new Answer(200, "{\"ran\":\"" + id + "\"}");
        }
    }
}
