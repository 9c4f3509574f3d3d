package io.verge.messages.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Messages recorded or made by others, from the data folder: the system property {@code verge.data}, else
 * the environment's VERGE_DATA, else the first {@code shared/data} beside the working directory or above it.
 * Tests that need the folder are skipped when it is absent.
 */
public final class Vectors {
    private Vectors() {}

    /**
     * One message.
     *
     * @param family standard it belongs to
     * @param message kind of message
     * @param pdu name of its type
     * @param edition edition of the standard, for people
     * @param hex its octets
     * @param expected decode by its author, if any
     * @param oracle decode by an independent implementation, if any
     * @param valid whether its edition allows it
     * @param canonical whether an independent encoder gives these octets back
     */
    public record Vector(
            String family,
            String message,
            String pdu,
            String edition,
            String hex,
            @Nullable Decode expected,
            @Nullable Decode oracle,
            boolean valid,
            boolean canonical) {

        /** The octets. */
        public byte[] octets() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /**
     * A decoded message.
     *
     * @param format notation and origin
     * @param value the decode; text is XML or prose
     */
    public record Decode(String format, JsonTree value) {}

    /** The vectors of a file such as {@code etsi.json}; skips the test when it is not there. */
    public static List<Vector> load(String file) throws IOException {
        Path path = data().resolve("vectors").resolve(file);
        if (!Files.exists(path)) {
            return abort(path + " is missing: the data folder has no such vectors");
        }
        List<Vector> vectors = new ArrayList<>();
        for (JsonTree item : ((JsonTree.Items) JsonTree.read(path)).items()) {
            vectors.add(vector((JsonTree.Members) item));
        }
        return vectors;
    }

    private static Vector vector(JsonTree.Members from) {
        return new Vector(
                text(from, "family"),
                text(from, "message"),
                text(from, "pdu"),
                text(from, "edition"),
                text(from, "hex"),
                decode(from.members().get("expected")),
                decode(from.members().get("oracle")),
                from.isTrue("valid"),
                from.isTrue("canonical"));
    }

    private static String text(JsonTree.Members from, String name) {
        return Objects.requireNonNull(from.text(name), name);
    }

    private static @Nullable Decode decode(@Nullable JsonTree from) {
        if (!(from instanceof JsonTree.Members members)) {
            return null;
        }
        return new Decode(
                text(members, "format"),
                Objects.requireNonNull(members.members().get("value"), "value"));
    }

    private static Path data() {
        String named = System.getProperty("verge.data", System.getenv("VERGE_DATA"));
        if (named != null) {
            return Path.of(named);
        }
        Path from = Path.of("").toAbsolutePath();
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return abort("test data is missing: no shared/data above " + from + "; set VERGE_DATA to its folder");
    }
}
