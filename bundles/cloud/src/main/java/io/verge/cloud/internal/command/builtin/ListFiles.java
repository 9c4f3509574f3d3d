package io.verge.cloud.internal.command.builtin;

import io.verge.api.cloud.Command;
import io.verge.cloud.internal.file.FileService;
import io.verge.cloud.internal.file.ShelfEntry;
import io.verge.json.tree.JsonTree;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code file-list}: the files that {@code file-send} takes. */
@Component(service = Command.class)
public final class ListFiles implements Command {
    private final FileService files;

    @Activate
    public ListFiles(@Reference FileService files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "file-list";
    }

    @Override
    public Answer run(ByteBuffer request, Consumer<Integer> progress) {
        return new Answer(
                200,
                JsonTree.write(Map.of(
                        "files", files.list().stream().map(ListFiles::fields).toList())));
    }

    private static Map<String, Object> fields(ShelfEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", entry.source().word());
        fields.put("name", entry.name());
        fields.put("octets", entry.octets());
        fields.put("modified", entry.modified());
        return fields;
    }
}
