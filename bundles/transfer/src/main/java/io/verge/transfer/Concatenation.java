package io.verge.transfer;

import io.verge.api.disk.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;

/** Files one after the other, of which one is open at a time. */
final class Concatenation extends InputStream {
    private final Disk disk;
    private final Iterator<Path> files;
    private InputStream current = InputStream.nullInputStream();

    Concatenation(Disk disk, Iterator<Path> files) {
        this.disk = disk;
        this.files = files;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = current.read(buffer, offset, length);
        while (n < 0 && files.hasNext()) {
            current.close();
            current = disk.open(files.next());
            n = current.read(buffer, offset, length);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
