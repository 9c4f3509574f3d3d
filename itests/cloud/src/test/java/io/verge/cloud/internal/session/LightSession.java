package io.verge.cloud.internal.session;

import io.verge.api.cloud.CloudReport;
import io.verge.api.site.Site;
import io.verge.api.time.Clock;
import io.verge.outbox.internal.DurableOutbox;
import io.verge.testkit.Defaults;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;

/** A session without a framework. */
public final class LightSession {
    private LightSession() {}

    /** Starts it; the configuration is that of a box, with times for minutes instead of days. */
    public static CloudSession start(
            String broker, Site site, BundleContext context, Clock clock, DurableOutbox outbox, List<Router> routers) {
        return start(site, context, clock, outbox, routers, "broker", broker);
    }

    /** The same with more keys and their values, the broker among them. */
    public static CloudSession start(
            Site site,
            BundleContext context,
            Clock clock,
            DurableOutbox outbox,
            List<Router> routers,
            Object... given) {
        Object[] all = Stream.concat(
                        Stream.of(
                                "consumer",
                                "ingest",
                                "spread",
                                2,
                                "backlogSpread",
                                1,
                                "deadline",
                                5,
                                "keepAlive",
                                5,
                                "leastKeepAlive",
                                5,
                                "acknowledge",
                                5),
                        Stream.of(given))
                .toArray();
        CloudConfig config = Defaults.of(CloudConfig.class, all);
        CloudSession session = new CloudSession(config, context, clock, new Self(clock));
        session.outbox = outbox;
        routers.forEach(session::addRouter);
        session.setOutlet(outbox);
        session.setSite(site);
        return session;
    }

    /** Another site of the box, as when its profile has changed. */
    public static void site(CloudSession session, Site other) {
        session.setSite(other);
    }

    /** Ends it. */
    public static void stop(CloudSession session) {
        session.close();
    }

    /** In one line. */
    public static String describe(CloudReport report) {
        return report.status().state() + " " + report.counters();
    }
}
