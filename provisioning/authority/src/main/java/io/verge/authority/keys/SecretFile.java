package io.verge.authority.keys;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Files that only their owner may read. They have these permissions from their first moment on, and their content is whole as soon as
 * they have their name. What root makes in somebody's folder belongs to that somebody, such as the user of the agent.
 */
public final class SecretFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final String UNFINISHED = ".new";

    private SecretFile() {}

    /** Whether others than its owner may do something with a file; where files have no such permissions nobody knows, and it counts as not. */
    static boolean isOpen(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && !OWNER.containsAll(view.readAttributes().permissions());
    }

    /**
     * Makes a file that is not there.
     *
     * @throws FileAlreadyExistsException when it is
     */
    public static void create(Path file, byte[] content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + " is there already, and is not overwritten");
        }
        replace(file, content);
    }

    /** Makes this the content of a file, which need not be there, in one step. */
    public static void replace(Path file, byte[] content) throws IOException {
        try (Writing writing = new Writing(file)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                writing.channel.write(rest);
            }
            writing.finish();
        }
    }

    /**
     * Makes a file that is not there, piece by piece.
     *
     * @throws FileAlreadyExistsException when it is
     */
    public static Writing write(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + " is there already, and is not overwritten");
        }
        return new Writing(file);
    }

    /** A file that has its name once it is finished; one that is closed before goes away. */
    public static final class Writing implements Closeable {
        private final Path folder;
        private final Path file;
        private final Path unfinished;
        private final FileChannel channel;

        private Writing(Path file) throws IOException {
            this.folder = parent(file);
            this.file = file;
            this.unfinished = folder.resolve(file.getFileName() + UNFINISHED);
            Files.deleteIfExists(unfinished);
            this.channel = FileChannel.open(
                    unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWN_FILE);
        }

        /** Its content; {@link #finish} it before this is closed. */
        public OutputStream stream() {
            return Channels.newOutputStream(channel);
        }

        /** Gives it its name. */
        public void finish() throws IOException {
            channel.force(true);
            giveToOwnerOf(folder, unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(unfinished);
        }
    }

    /** Makes a folder that only its owner may look into, and those above it, as far as they are not there. */
    public static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = parent(folder);
        folder(parent);
        Files.createDirectory(folder, OWN_FOLDER);
        giveToOwnerOf(parent, folder);
    }

    private static void giveToOwnerOf(Path folder, Path made) throws IOException {
        UserPrincipal owner = Files.getOwner(folder);
        UserPrincipal maker = Files.getOwner(made);
        if (maker.getName().equals("root") && !owner.equals(maker)) {
            Files.setOwner(made, owner);
        }
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new IOException(file + " is no place for a file");
        }
        return parent;
    }
}
