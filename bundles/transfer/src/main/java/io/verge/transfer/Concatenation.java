package io.verge.transfer;

import io.verge.api.disk.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;

/** Files one after the other, of which one is open at a time. */
final class Concatenation extends BlockInput {
    private final Disk disk;
    private final Iterator<Path> files;

    Concatenation(Disk disk, Iterator<Path> files) {
        super(InputStream.nullInputStream());
        this.disk = disk;
        this.files = files;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        while (n < 0 && files.hasNext()) {
            in.close();
            in = disk.open(files.next());
            n = in.read(buffer, offset, length);
        }
        return n;
    }
}
