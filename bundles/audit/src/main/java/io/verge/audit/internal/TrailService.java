package io.verge.audit.internal;

import io.verge.api.audit.Act;
import io.verge.api.audit.Audit;
import io.verge.api.audit.AuditEntry;
import io.verge.api.audit.AuditReport;
import io.verge.api.disk.Disk;
import io.verge.api.disk.LocalDisk;
import io.verge.api.outbox.Outbox;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The trail as a service, on a thread of its own. It lives without an outbox, as in safe mode: what it has is handed on later. */
@Component(service = Audit.class, immediate = true)
public final class TrailService implements Audit {
    private static final Duration TICK = Duration.ofSeconds(10);

    private final Writer writer;
    private final Stage stage;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Outbox outbox;

    @Activate
    public TrailService(BundleContext context, @Reference Clock clock, @Reference Stages stages) {
        this(new LocalDisk(), Path.of(context.getProperty("verge.state"), "audit"), clock, stages);
    }

    TrailService(Disk disk, Path folder, Clock clock, Stages stages) {
        writer = new Writer(disk, folder, clock);
        stage = stages.open("audit", 2);
        stage.offer(this::work);
        stage.every(TICK, this::tick);
    }

    @Override
    public void note(Act act) {
        writer.take(act);
        stage.offer(this::work); // when it is not taken, work waits already that will see to this
    }

    private void work() {
        writer.write(outbox);
    }

    private void tick() {
        writer.takeLeft();
        work();
    }

    @Override
    public List<AuditEntry> last(int most) {
        return writer.last(most);
    }

    @Override
    public AuditReport report() {
        return writer.report();
    }

    @Override
    public AuditReport verify() {
        writer.verify();
        return writer.report();
    }

    /** What waits is written before it ends. */
    @Deactivate
    void close() {
        stage.close();
        writer.close();
    }
}
