package io.verge.cloud.internal.command.builtin;

import io.verge.api.cloud.Command;
import io.verge.cloud.internal.file.FileService;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code file-stop {"id":"up-…"}}: sends no more of a file. */
@Component(service = Command.class)
public final class StopFile implements Command {
    private final FileService files;

    @Activate
    public StopFile(@Reference FileService files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "file-stop";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        try {
            String id = Content.text(Content.object(request), "id");
            return files.stop(id) ? new Answer(200, "") : Content.why(404, "no file is on its way under this id");
        } catch (IllegalArgumentException e) {
            return Content.why(400, String.valueOf(e.getMessage()));
        }
    }
}
