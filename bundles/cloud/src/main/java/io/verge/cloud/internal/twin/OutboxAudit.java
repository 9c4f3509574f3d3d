package io.verge.cloud.internal.twin;

import io.verge.api.audit.Act;
import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outbox;
import io.verge.api.time.Clock;
import io.verge.json.tree.JsonTree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the cloud and the twin did, for the one trail of the box, which hands it on to the outbox. Where the bundle of the trail does not
 * run, it goes to the outbox from here, without number and hash.
 */
@Component(service = OutboxAudit.class)
public final class OutboxAudit implements Audit {
    static final String STREAM = "audit";

    private static final Logger LOG = LoggerFactory.getLogger("io.verge.audit");

    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Outbox outbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile io.verge.api.audit.@Nullable Audit trail;

    @Activate
    public OutboxAudit(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public void note(String what, Map<String, ?> details) {
        Act act = Acts.of(what, details);
        LOG.info("{} {} {} {} {}", act.who(), act.what(), act.object(), act.outcome(), act.detail());
        io.verge.api.audit.Audit present = trail;
        if (present != null) {
            present.note(act);
        } else {
            hand(act);
        }
    }

    private void hand(Act act) {
        Outbox present = outbox;
        if (present != null) {
            Instant now = clock.now();
            ByteBuffer content = ByteBuffer.wrap(json(now, act).getBytes(StandardCharsets.UTF_8));
            present.offer(new CloudRecord(Lane.CRITICAL, STREAM, null, now, null, content));
        }
    }

    /** As the trail writes it. */
    private static String json(Instant time, Act act) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("time", time);
        entry.put("door", act.door());
        entry.put("who", act.who());
        entry.put("role", act.role());
        entry.put("what", act.what());
        entry.put("object", act.object());
        entry.put("outcome", act.outcome());
        entry.put("detail", act.detail());
        return JsonTree.write(entry);
    }
}
