package io.verge.authority.image;

import io.verge.authority.keys.ScratchFolder;
import io.verge.authority.keys.SecretFile;
import io.verge.authority.refusal.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An image that is the same for all boxes of a model, as a folder or a tar of the root file system. A copy of it becomes that of one box:
 * {@code etc/verge/identity/*} and {@code etc/verge/trust/*} are added, and the name is put into {@code etc/verge/profile.yaml}. No other
 * file is touched.
 */
public final class GoldenImage {
    /** Where the agent's configuration is. */
    static final String HOME = "etc/verge/";

    /** Of which there must be none in a golden image. */
    static final String IDENTITY = HOME + "identity/";

    static final String PROFILE = HOME + "profile.yaml";

    private final String box;
    private final Slot slot;

    public GoldenImage(String box, Slot slot) {
        this.box = box;
        this.slot = slot;
    }

    /**
     * Fills the slot of a tree of files in place.
     *
     * @throws RefusedException when it has an identity already, or the profile is another box's; nothing is changed then
     */
    public void fillTree(Path root) throws IOException, RefusedException {
        if (isFilled(root.resolve(IDENTITY))) {
            throw filled();
        }
        Path profile = root.resolve(PROFILE);
        String text = Files.exists(profile) ? BoxId.in(Files.readString(profile, StandardCharsets.UTF_8), box) : "";
        slot.fill(root.resolve(HOME));
        if (!text.isEmpty()) {
            SecretFile.replace(profile, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Writes a tar like another, with the slot filled.
     *
     * @param base a tar, in gzip or not
     * @param out a file that is not there yet; it holds a private key, so nobody else may read it
     * @throws RefusedException when it has an identity already, or the profile is another box's; there is no new file then
     */
    public void fillTar(Path base, Path out) throws IOException, RefusedException {
        try (ScratchFolder scratch = ScratchFolder.make()) {
            Path home = scratch.path();
            slot.fill(home);
            List<Path> added = new ArrayList<>();
            try (Stream<Path> all = Files.walk(home)) {
                all.filter(file -> !file.equals(home)).sorted().forEach(added::add);
            }
            try (SecretFile.Writing writing = SecretFile.write(out);
                    InputStream from = Files.newInputStream(base);
                    OutputStream to = writing.stream()) {
                new TarCopy(box, home, added).run(from, to);
                to.flush();
                writing.finish();
            }
        }
    }

    private static boolean isFilled(Path identity) throws IOException {
        if (!Files.isDirectory(identity)) {
            return false;
        }
        try (Stream<Path> content = Files.list(identity)) {
            return content.findAny().isPresent();
        }
    }

    static RefusedException filled() {
        return new RefusedException("the image has an identity already, in /" + IDENTITY
                + ": boxes must not share one; take a golden image, in which that folder is empty");
    }
}
