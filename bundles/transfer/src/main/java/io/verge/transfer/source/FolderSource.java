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

/** A folder, such as that of a stick. What is in it is a stranger's: links that lead out of it, pipes and devices are not opened. Any thread. */
public final class FolderSource implements Source {
    private final Path root;

    /** @param root need not be there yet */
    public FolderSource(Path root) {
        this.root = root;
    }

    @Override
    public InputStream range(String path, long from, long to) throws SourceException {
        if (!Names.isSound(path)) {
            throw SourceException.of(Kind.ABSENT, "that is no name of a file in a folder");
        }
        try {
            Path file = root.resolve(path).toRealPath();
            if (!file.startsWith(root.toRealPath()) || !Files.isRegularFile(file)) {
                throw SourceException.of(Kind.REFUSED, path + " is no file within the folder");
            }
            return open(file, from, to);
        } catch (NoSuchFileException e) {
            throw SourceException.of(Kind.ABSENT, "there is no " + path);
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw SourceException.broken(e);
        }
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
