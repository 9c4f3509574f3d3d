package io.verge.diagnostics.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.californium.core.server.resources.Resource;

/** All resources, of one door. */
final class ResourceTree {
    private final List<Resource> roots = new ArrayList<>();
    private final List<ViewResource> observed = new ArrayList<>();

    private final Changes changes;

    ResourceTree(Parts parts, Views views, Why why, Changes changes) {
        this.changes = changes;
        roots.add(watch(new ViewResource("status", "All parts and how they are", queries -> views::status)));
        roots.add(watch(new DevicesResource(parts, views)));
        roots.add(watch(new ViewResource("apps", "Apps", queries -> views::apps)));
        roots.add(watch(new BundlesResource(parts, views, changes)));
        roots.add(new ViewResource("generations", "The sets of bundles", queries -> views::generations));
        roots.add(watch(new UpdateResource(parts, changes)));
        roots.add(watch(new ViewResource("scene", "The fused picture", queries -> views::scene)));
        roots.add(watch(new ViewResource("signals", "Signal groups", queries -> views::signals)));
        ViewResource messages = watch(new ViewResource("messages", "Messages on the air", queries -> views::messages));
        messages.add(watch(new ViewResource(
                "recent",
                "The last messages, ?after=NUMBER",
                queries -> out -> views.recentMessages(out, Query.number(queries, "after", -1)))));
        roots.add(messages);
        roots.add(watch(new ViewResource("latency", "From hop to hop", queries -> views::latency)));
        roots.add(watch(new ViewResource(
                "logs",
                "The last lines, ?after=NUMBER",
                queries -> out -> views.logs(out, Query.number(queries, "after", -1)))));
        roots.add(watch(new ViewResource("outbox", "What waits for the cloud", queries -> views::outbox)));
        roots.add(watch(new ViewResource("cloud", "The session with the cloud", queries -> views::cloud)));
        roots.add(watch(new SignsResource(parts, views, changes)));
        roots.add(watch(new TwinResource(parts, changes)));
        roots.add(new AuditResource(parts, changes));
        roots.add(new ConfigResource(parts, views, changes));
        roots.add(new WhyResource(why));
    }

    private ViewResource watch(ViewResource resource) {
        observed.add(resource.observed());
        return resource;
    }

    List<Resource> roots() {
        return roots;
    }

    /** Tells those who observe what has changed. */
    void tellWhatChanged() {
        observed.forEach(resource -> resource.tellWhenChanged(changes::isStillIn));
    }
}
