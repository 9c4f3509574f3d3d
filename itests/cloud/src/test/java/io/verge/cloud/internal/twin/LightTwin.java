package io.verge.cloud.internal.twin;

import io.verge.api.cloud.Cloud;
import io.verge.api.outbox.Outbox;
import io.verge.api.time.Clock;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.session.Publisher;
import io.verge.profile.Profiles;
import io.verge.testkit.Defaults;
import org.osgi.framework.BundleContext;

/** A twin without a framework. */
public final class LightTwin {
    private LightTwin() {}

    /** The audit trail, into this outbox. */
    public static OutboxAudit audit(Clock clock, Outbox outbox) {
        OutboxAudit audit = new OutboxAudit(clock);
        audit.outbox = outbox;
        return audit;
    }

    /** A probation of a second instead of half a minute. */
    public static TwinService start(
            Profiles profiles, BundleContext context, Clock clock, Stages stages, OutboxAudit audit) {
        TwinConfig config = Defaults.of(TwinConfig.class, "probation", 1);
        return new TwinService(config, context, profiles, new BoxHealth(clock), audit, clock, stages);
    }

    /** The session is there. */
    public static void connect(TwinService twin, Publisher publisher, Cloud cloud) {
        twin.cloud = cloud;
        twin.publisher = publisher;
    }
}
