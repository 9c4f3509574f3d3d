package io.verge.cloud.internal.command.builtin;

import io.verge.api.cloud.Command;
import io.verge.cloud.internal.file.FileRefusedException;
import io.verge.cloud.internal.file.FileService;
import io.verge.json.tree.JsonTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code file-send {"source":"log","name":"verge.log.0"}}, and {@code from} and {@code to} for a part: begins to send a file. The answer
 * says what comes on {@code file/ID/chunk}.
 */
@Component(service = Command.class)
public final class SendFile implements Command {
    private static final String TO = "to";
    private static final long LARGEST = 1L << 40;

    private final FileService files;

    @Activate
    public SendFile(@Reference FileService files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "file-send";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        try {
            Map<String, Object> wanted = Content.object(request);
            long from = Content.whole(wanted, "from", 0, 0, LARGEST);
            OptionalLong to = wanted.containsKey(TO)
                    ? OptionalLong.of(Content.whole(wanted, TO, 0, 0, LARGEST))
                    : OptionalLong.empty();
            return new Answer(
                    200,
                    JsonTree.write(files.send(Content.text(wanted, "source"), Content.text(wanted, "name"), from, to)));
        } catch (IllegalArgumentException e) {
            return Content.why(400, String.valueOf(e.getMessage()));
        } catch (FileRefusedException e) {
            return Content.why(e.code(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Content.why(500, "the file cannot be read: " + e);
        }
    }
}
