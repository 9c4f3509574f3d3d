package io.verge.itests.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The documents in {@code docs/cloud}. */
public final class Contract {
    private static final Path FOLDER = folder();

    private Contract() {}

    /** The schema of this name. */
    static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text("schemas/" + name + ".json"));
    }

    /** What is wrong with a document; empty when it is as the contract says. */
    public static List<String> problems(String schema, String json) {
        return schema(schema)
                .validate(json, InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    /** The examples in a schema, as JSON. */
    public static List<String> examples(String schema) {
        List<String> examples = new ArrayList<>();
        schema(schema).getSchemaNode().path("examples").forEach(example -> examples.add(example.toString()));
        return examples;
    }

    /** What a message on a channel is like: its quality of service and whether it is retained. */
    public static Map<?, ?> binding(String operation) {
        return map(asyncApi(), "operations", operation, "bindings", "mqtt");
    }

    static Map<?, ?> asyncApi() {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(text("asyncapi.yaml"));
        return (Map<?, ?>) document;
    }

    /** The object at the end of a path. */
    static Map<?, ?> map(Map<?, ?> from, String... path) {
        Map<?, ?> at = from;
        for (String key : path) {
            if (!(at.get(key) instanceof Map<?, ?> next)) {
                throw new AssertionError("the contract has nothing at " + List.of(path));
            }
            at = next;
        }
        return at;
    }

    static Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        map(asyncApi(), "channels")
                .forEach((name, channel) ->
                        addresses.put(String.valueOf(name), String.valueOf(((Map<?, ?>) channel).get("address"))));
        return addresses;
    }

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    private static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("docs/cloud/asyncapi.yaml"))) {
                return at.resolve("docs/cloud");
            }
        }
        throw new IllegalStateException(
                "docs/cloud is above no folder of " + Path.of("").toAbsolutePath());
    }
}
