package io.verge.audit;

import io.verge.api.disk.CheckedText;
import io.verge.api.disk.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The first line of each file, so that the chain goes on where older files were removed.
 *
 * @param first number of the first entry of the file
 * @param previous the hash before it
 * @param after what was wrong with the files before, when that is why this one was begun; else empty
 */
record Header(long first, String previous, String after) {
    private static final char SPACE = ' ';

    byte[] line() {
        String json = ActJson.object(out -> {
            out.writeNumberField("first", first);
            out.writeStringField("previous", previous);
            out.writeStringField("after", after);
        });
        return (CheckedText.of(SPACE, json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the chain begins anew here. */
    boolean restarts() {
        return !after.isEmpty();
    }

    static Optional<Header> read(String line) {
        try {
            return CheckedText.read(SPACE, line).map(Header::of).filter(one -> Sha256.isOne(one.previous()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Header of(String json) {
        Map<String, String> fields = ActJson.fields(json);
        return new Header(
                Long.parseLong(ActJson.of(fields, "first")),
                ActJson.of(fields, "previous"),
                ActJson.of(fields, "after"));
    }
}
