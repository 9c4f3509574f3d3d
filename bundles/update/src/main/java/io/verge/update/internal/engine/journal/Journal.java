package io.verge.update.internal.engine.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verge.api.disk.CheckedText;
import io.verge.api.disk.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files {@code now}, the update that goes on, and {@code history}, those that have ended, the newest first. A line a story: its CRC and
 * JSON. Both are replaced as a whole. One thread at a time.
 */
public final class Journal {
    /** Stories that are remembered. */
    public static final int MOST = 100;

    private static final int LARGEST = 4 << 20;
    private static final String DAMAGED = ".damaged";

    private final Disk disk;
    private final Path folder;
    private final Path now;
    private final Path history;

    /** @param folder made when needed */
    public Journal(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
        this.now = folder.resolve("now");
        this.history = folder.resolve("history");
    }

    /**
     * What is written down.
     *
     * @param now null when nothing goes on
     * @param history the newest first
     * @param damage what could not be read and was set aside, for people; empty when all could
     */
    public record Found(@Nullable Story now, List<Story> history, String damage) {}

    /**
     * Reads both; what is damaged is set aside under a name that ends in {@code .damaged}.
     *
     * @throws IOException when the disk cannot be read now
     */
    public Found read() throws IOException {
        List<String> damages = new ArrayList<>();
        List<Story> past = stories(history, damages);
        if (!damages.isEmpty() && !past.isEmpty()) {
            write(history, past);
        }
        List<Story> present = stories(now, damages);
        return new Found(
                present.isEmpty() ? null : present.get(0),
                past.size() <= MOST ? past : past.subList(0, MOST),
                String.join("; ", damages));
    }

    private List<Story> stories(Path file, List<String> damages) throws IOException {
        List<Story> stories = new ArrayList<>();
        byte[] content;
        try {
            content = disk.read(file, LARGEST);
        } catch (NoSuchFileException e) {
            return stories;
        }
        boolean damaged = false;
        for (String line : new String(content, UTF_8).lines().toList()) {
            Optional<Story> story = story(line);
            story.ifPresent(stories::add);
            damaged |= story.isEmpty();
        }
        if (damaged) {
            disk.move(file, file.resolveSibling(file.getFileName() + DAMAGED));
            damages.add(file + " was damaged and is kept as " + file.getFileName() + DAMAGED);
        }
        return stories;
    }

    private static Optional<Story> story(String line) {
        try {
            Optional<String> text = CheckedText.read(' ', line);
            return text.isEmpty() ? Optional.empty() : Optional.of(StoryJson.read(text.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** When it returns, this is what goes on, whatever happens to the power. */
    public void now(Story story) throws IOException {
        write(now, List.of(story));
    }

    /** Nothing goes on any more. A power cut may bring the last story back. */
    public void nothing() throws IOException {
        disk.delete(now);
    }

    /** These have ended. */
    public void history(List<Story> stories) throws IOException {
        write(history, stories.subList(0, Math.min(MOST, stories.size())));
    }

    private void write(Path file, List<Story> stories) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Story story : stories) {
            text.append(CheckedText.of(' ', StoryJson.write(story))).append('\n');
        }
        disk.folders(folder);
        disk.replace(file, text.toString().getBytes(UTF_8));
    }
}
