package io.verge.audit;

import io.verge.api.audit.Act;
import io.verge.api.disk.CheckedText;
import io.verge.api.disk.Disk;
import io.verge.api.disk.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Acts of a command that works on the files of the box, whether an agent runs or not: it leaves them in a folder, and the agent takes
 * them into the trail. One that is taken when the power goes may be in the trail twice.
 */
public final class LeftNotes {
    private static final String FOLDER = "left";
    private static final String END = ".note";
    private static final int LARGEST = 10_000;

    private LeftNotes() {}

    /** Makes the folder, so that it belongs to the agent's user, who is to remove what others leave there. */
    public static void prepare(Disk disk, Path trail) throws IOException {
        disk.folders(trail.resolve(FOLDER));
    }

    /**
     * Leaves one.
     *
     * @param trail the folder of the trail, such as {@code var/audit}
     */
    public static void leave(Disk disk, Path trail, Instant time, Act act) throws IOException {
        Path folder = trail.resolve(FOLDER);
        disk.folders(folder);
        String json = ActJson.write(0, time, act);
        byte[] content = CheckedText.of(' ', json).getBytes(StandardCharsets.UTF_8);
        String name = "%015d-%s%s"
                .formatted(time.toEpochMilli(), Sha256.of(content).hex().substring(0, 8), END);
        disk.replace(folder.resolve(name), content);
    }

    /**
     * Reads all that were left, the oldest first. One that cannot be read stays and holds up no other.
     *
     * @param taken files that were taken before, and could not be removed yet
     * @param unread hears why one cannot be read
     * @return the files, to be removed once what was in them is durable elsewhere; also those that cannot be understood
     */
    public static List<Path> take(
            Disk disk, Path trail, Collection<Path> taken, Consumer<Trail.Noted> each, Consumer<IOException> unread)
            throws IOException {
        List<Path> left = new ArrayList<>();
        for (Path file : disk.list(trail.resolve(FOLDER))) {
            if (TrailFile.name(file).endsWith(END) && !taken.contains(file)) {
                try {
                    take(new String(disk.read(file, LARGEST), StandardCharsets.UTF_8), each);
                    left.add(file);
                } catch (IOException e) {
                    unread.accept(e);
                }
            }
        }
        return left;
    }

    private static void take(String content, Consumer<Trail.Noted> each) {
        try {
            CheckedText.read(' ', content)
                    .map(ActJson::read)
                    .ifPresent(one -> each.accept(new Trail.Noted(one.time(), one.act())));
        } catch (IllegalArgumentException e) {
            // Not one of ours.
        }
    }
}
