package io.verge.profile.internal;

import io.verge.profile.Migration.Step;
import io.verge.profile.WaysBack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The box's profile on disk, and beside it the last one that was applied ({@code .last-good} at its name), the one that the present
 * took the place of ({@code .previous}), and how its keys are read by older versions ({@code .ways-back}). A file is old or new after a power cut, never half of each.
 */
final class ProfileFiles {
    private final Path place;
    private final Path folder;

    ProfileFiles(Path place) {
        this.place = place.toAbsolutePath();
        Path parent = this.place.getParent();
        folder = parent == null ? this.place : parent;
    }

    /** Where the profile is. */
    Path place() {
        return place;
    }

    /** Where relative paths count from. */
    Path folder() {
        return folder;
    }

    /** The profile; null when it cannot be read, which is then a problem. */
    byte @Nullable [] read(Problems problems) {
        return ProfileText.read(place, problems);
    }

    /** The last profile that was applied; null when there is none. */
    byte @Nullable [] lastGood() {
        Path file = beside(".last-good");
        return Files.exists(file) ? ProfileText.read(file, new Problems()) : null;
    }

    /** Keeps what was applied, when it is not kept already. */
    void keepLastGood(byte[] content) throws IOException {
        if (!Arrays.equals(content, lastGood())) {
            write(beside(".last-good"), content);
        }
    }

    /**
     * What versions of components have said of how to go back to older ones.
     *
     * @throws IOException when there is such a file and it is not readable
     */
    WaysBack waysBack() throws IOException {
        Path file = beside(".ways-back");
        if (!Files.exists(file)) {
            return WaysBack.NONE;
        }
        SortedMap<String, List<Step>> steps = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            MigrationReader.read(file.toString(), in).forEach((pid, migration) -> steps.put(pid, migration.down()));
        }
        return new WaysBack(steps);
    }

    void keepWaysBack(WaysBack ways) throws IOException {
        write(beside(".ways-back"), MigrationReader.write(ways).getBytes(StandardCharsets.UTF_8));
    }

    /** Puts another profile in the place of the present one, which is kept. */
    void replace(byte[] content) throws IOException {
        byte[] present = Files.exists(place) ? ProfileText.read(place, new Problems()) : null;
        if (present != null && !Arrays.equals(present, content)) {
            write(beside(".previous"), present);
        }
        write(place, content);
    }

    private Path beside(String ending) {
        return folder.resolve(place.getFileName() + ending);
    }

    private void write(Path file, byte[] content) throws IOException {
        Path temporary = folder.resolve(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
