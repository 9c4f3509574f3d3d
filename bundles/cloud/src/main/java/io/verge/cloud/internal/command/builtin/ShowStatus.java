package io.verge.cloud.internal.command.builtin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.cloud.Command;
import io.verge.api.cloud.Twin;
import io.verge.api.outbox.OutboxHealth;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.twin.BoxHealth;
import io.verge.json.JsonText;
import io.verge.json.ReportJson;
import io.verge.profile.Profiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code status}: how devices, apps, profile, outbox and twin are: what, since when, why, and what to do. */
@Component(service = Command.class)
public final class ShowStatus implements Command {
    private final BoxHealth health;
    private final Profiles profiles;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable OutboxHealth outbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Twin twin;

    @Activate
    public ShowStatus(@Reference BoxHealth health, @Reference Profiles profiles, @Reference Clock clock) {
        this.health = health;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        return new Answer(200, JsonText.of(this::write));
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("time", clock.now().toString());
        for (Map.Entry<String, Status> part : parts().entrySet()) {
            out.writeObjectFieldStart(part.getKey());
            ReportJson.statusFields(out, part.getValue());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private SortedMap<String, Status> parts() {
        SortedMap<String, Status> parts = new TreeMap<>(health.now());
        parts.put("profile", profiles.status());
        OutboxHealth box = outbox;
        if (box != null) {
            parts.put("outbox", box.report().status());
        }
        Twin present = twin;
        if (present != null) {
            parts.put("twin", present.report().status());
        }
        return parts;
    }
}
