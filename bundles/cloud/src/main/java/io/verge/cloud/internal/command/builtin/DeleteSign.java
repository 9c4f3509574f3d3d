package io.verge.cloud.internal.command.builtin;

import io.verge.api.app.Notices;
import io.verge.api.cloud.Command;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code sign-delete {"id":…}}: takes down a sign or notice that was put up at run time. */
@Component(service = Command.class)
public final class DeleteSign implements Command {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Notices notices;

    @Override
    public String name() {
        return "sign-delete";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        return SignWork.done(notices, 409, present -> {
            present.remove(Content.text(Content.object(request), "id"));
            return new Answer(200, "");
        });
    }
}
