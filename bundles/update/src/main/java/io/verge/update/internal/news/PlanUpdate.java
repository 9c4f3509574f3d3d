package io.verge.update.internal.news;

import io.verge.api.cloud.Command;
import io.verge.api.update.Updates;
import io.verge.json.UpdateJson;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code update-plan {"id":…, "release":…}}: what a release would touch on this box. */
@Component(service = Command.class)
public final class PlanUpdate implements Command {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Updates updates;

    @Override
    public String name() {
        return "update-plan";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        return UpdateOrder.answer(updates, request, (present, octets) -> {
            var plan = present.plan(UpdateOrder.wish(octets));
            return out -> UpdateJson.plan(out, plan);
        });
    }
}
