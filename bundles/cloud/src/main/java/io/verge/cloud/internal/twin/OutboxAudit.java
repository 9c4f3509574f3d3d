package io.verge.cloud.internal.twin;

import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outbox;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.tree.JsonTree;
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

/** The trail as records of the stream {@code audit} in the lane for what is precious, and as lines of the log. */
@Component(service = OutboxAudit.class)
public final class OutboxAudit implements Audit {
    static final String STREAM = "audit";

    private static final Logger LOG = LoggerFactory.getLogger("io.verge.audit");

    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Outbox outbox;

    @Activate
    public OutboxAudit(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public void note(String what, Map<String, ?> details) {
        Instant now = clock.now();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("time", now);
        record.put("what", what);
        record.putAll(details);
        String json = JsonTree.write(record);
        LOG.info("{}", json);
        Outbox present = outbox;
        if (present != null) {
            ByteBuffer content = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
            present.offer(new CloudRecord(Lane.CRITICAL, STREAM, null, now, null, content));
        }
    }
}
