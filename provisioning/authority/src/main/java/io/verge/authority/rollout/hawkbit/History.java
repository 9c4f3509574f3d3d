package io.verge.authority.rollout.hawkbit;

import io.verge.api.update.Phase;
import io.verge.authority.json.JsonObject;
import io.verge.authority.rollout.run.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What hawkBit has written down of an action.
 *
 * @param entries the newest first
 * @param whole whether these are all
 */
record History(List<Entry> entries, boolean whole) {
    /** What the server adds of itself to what boxes say. */
    private static final String SERVER = "Update Server:";
    /** How it writes down word of progress without words: our boxes have it while they fetch. */
    private static final String REPORTED = SERVER + " Target reported";

    /**
     * An entry.
     *
     * @param type a word of hawkBit, such as {@code finished}
     */
    record Entry(String type, List<String> messages) {
        Entry {
            messages = List.copyOf(messages);
        }

        /** Of the box. */
        private List<String> words() {
            return messages.stream().filter(text -> !text.startsWith(SERVER)).toList();
        }

        /** The assignment itself, or that it was taken back: nothing that a box has had a part in. */
        private boolean isOfTheServer() {
            return type.equals("canceling") || (type.equals("running") && words().isEmpty() && !isProgress());
        }

        private boolean isProgress() {
            return messages.stream().anyMatch(text -> text.startsWith(REPORTED));
        }
    }

    /**
     * Where the update of a box is.
     *
     * @param why it is so, as the box says; empty when it says nothing
     */
    record Saying(Phase phase, String why) {}

    History {
        entries = List.copyOf(entries);
    }

    /** @param page of the list, the newest first */
    static History of(JsonObject page) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (JsonObject entry : page.objects("content")) {
            entries.add(new Entry(entry.text("type"), messages(entry.members().get("messages"))));
        }
        return new History(entries, page.whole("total", Long.MAX_VALUE) <= entries.size());
    }

    /** There may be null among them. */
    private static List<String> messages(@Nullable Object list) {
        return list instanceof List<?> texts
                ? texts.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** Whether the box has never shown that it knows of the action. */
    boolean isUntouched() {
        return whole && entries.stream().allMatch(Entry::isOfTheServer);
    }

    /** What the box has said last; empty when it has said nothing. */
    Optional<Saying> last() {
        return entries.stream()
                .filter(entry -> !entry.isOfTheServer())
                .flatMap(entry -> saying(entry).stream())
                .findFirst();
    }

    /** What is not known here, or says only how a cancellation went, is passed over: what stands before it holds. */
    private static Optional<Saying> saying(Entry entry) {
        return switch (entry.type()) {
            case "finished" -> Optional.of(new Saying(Phase.COMMITTED, ""));
            case "canceled" -> Optional.of(ended(entry, Phase.CANCELLED));
            case "error" -> Optional.of(ended(entry, Phase.FAILED));
            case "retrieved" ->
                entry.messages().stream().anyMatch(text -> text.contains("cancel action"))
                        ? Optional.empty()
                        : Optional.of(new Saying(Phase.METADATA, ""));
            case "running", "warning" ->
                Optional.of(going(entry, entry.words().isEmpty() ? Phase.DOWNLOAD : Phase.METADATA));
            case "download" -> Optional.of(going(entry, Phase.DOWNLOAD));
            case "downloaded" -> Optional.of(going(entry, Phase.STAGED));
            case "scheduled" -> Optional.of(going(entry, Phase.WAIT));
            default -> Optional.empty();
        };
    }

    private static Saying ended(Entry entry, Phase otherwise) {
        Saying saying = said(entry, otherwise);
        boolean fits = saying.phase().isOver() && saying.phase() != Phase.COMMITTED;
        return fits ? saying : new Saying(otherwise, text(entry.words().stream()));
    }

    private static Saying going(Entry entry, Phase otherwise) {
        Saying saying = said(entry, otherwise);
        return saying.phase().isOver() ? new Saying(otherwise, text(entry.words().stream())) : saying;
    }

    /** Our boxes begin with the phase: {@code failed: the radar was silent}, then what to do. */
    private static Saying said(Entry entry, Phase otherwise) {
        List<String> words = entry.words();
        if (words.isEmpty()) {
            return new Saying(otherwise, "");
        }
        String[] first = words.get(0).split(": ", 2);
        Optional<Phase> phase = Word.phase(first[0]);
        if (phase.isEmpty()) {
            return new Saying(otherwise, text(words.stream()));
        }
        Stream<String> why =
                Stream.concat(Stream.of(first).skip(1), words.stream().skip(1));
        return new Saying(phase.get(), text(why));
    }

    private static String text(Stream<String> words) {
        return Management.shown(String.join("; ", words.toList()));
    }
}
