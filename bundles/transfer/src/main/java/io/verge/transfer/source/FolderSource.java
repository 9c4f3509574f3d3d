package io.verge.transfer.source;

import io.verge.transfer.Exactly;
import io.verge.transfer.Names;
import io.verge.transfer.Source;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/** A folder, such as that of a stick. What is in it is a stranger's: links that lead out of it, pipes and devices are not opened. Any thread. */
public final class FolderSource implements Source {
    private final Path root;

    /** @param root need not be there yet */
    public FolderSource(Path root) {
        this.root = root;
    }

    /**
     * What is known of a file without reading it.
     *
     * @param length octets
     */
    public record Facts(long length, Instant modified) {}

    /**
     * How long a file is now.
     *
     * @throws SourceException when there is none, or it is not given
     */
    public Facts facts(String path) throws SourceException {
        try {
            Path file = file(path);
            return new Facts(Files.size(file), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    @Override
    public InputStream range(String path, long from, long to) throws SourceException {
        try {
            return open(file(path), from, to);
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private Path file(String path) throws IOException {
        if (!Names.isSound(path)) {
            throw SourceException.of(Kind.ABSENT, "that is no name of a file in a folder");
        }
        Path file = root.resolve(path).toRealPath();
        if (!file.startsWith(root.toRealPath()) || !Files.isRegularFile(file)) {
            throw SourceException.of(Kind.REFUSED, path + " is no file within the folder");
        }
        return file;
    }

    private static SourceException failed(String path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return SourceException.of(Kind.ABSENT, "there is no " + path);
        }
        return e instanceof SourceException known ? known : SourceException.broken(e);
    }

    private static InputStream open(Path file, long from, long to) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(from);
            return new Exactly(in, to - from);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
