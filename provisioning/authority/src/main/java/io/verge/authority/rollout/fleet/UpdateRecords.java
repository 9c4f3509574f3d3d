package io.verge.authority.rollout.fleet;

import io.verge.api.update.Phase;
import io.verge.authority.json.JsonObject;
import io.verge.authority.rollout.run.Word;
import io.verge.mqtt.Inflation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of the stream {@code update} in the lane {@code state}. What has waited in a box comes behind what is new; of it only
 * how an update ended is of use. One thread.
 */
final class UpdateRecords {
    private static final int LARGEST = 4 << 20;

    private final Inflation inflation = new Inflation(LARGEST);
    private final Map<String, Long> newest = new HashMap<>();

    /**
     * What is in a message; a line that cannot be read is passed over.
     *
     * @param properties user properties
     */
    List<Word> read(String box, byte[] content, Map<String, String> properties) {
        List<Word> words = new ArrayList<>();
        byte[] text;
        try {
            text = inflation.content(content, properties.get("content-encoding"));
        } catch (IOException e) {
            return words;
        }
        String outbox = box + " " + properties.get("store");
        for (String line : new String(text, StandardCharsets.UTF_8).lines().toList()) {
            word(box, outbox, line).ifPresent(words::add);
        }
        return words;
    }

    private Optional<Word> word(String box, String outbox, String line) {
        try {
            JsonObject record = JsonObject.read(line.getBytes(StandardCharsets.UTF_8));
            long sequence = record.whole("sequence");
            boolean late = sequence <= newest.getOrDefault(outbox, 0L);
            newest.merge(outbox, sequence, Math::max);
            JsonObject body = record.object("body");
            @Nullable Phase phase = Word.phase(body.text("phase")).orElse(null);
            if (phase == null || (late && !phase.isOver())) {
                return Optional.empty();
            }
            return Optional.of(new Word(box, body.text("id"), body.text("release"), phase, why(body)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String why(JsonObject body) throws IOException {
        String code = body.text("code", "");
        String why = body.text("why", "");
        return code.isEmpty() || why.isEmpty() ? code + why : why + " [" + code + "]";
    }
}
