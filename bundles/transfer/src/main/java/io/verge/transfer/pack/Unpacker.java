package io.verge.transfer.pack;

import io.verge.api.disk.Appender;
import io.verge.api.disk.Disk;
import io.verge.api.disk.Sha256;
import io.verge.transfer.NoRoomException;
import io.verge.transfer.pack.UnpackException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes jars of what was fetched. Neither the packed octets nor who made them need be trusted: no more is written than trusted metadata
 * says, and the result has its name only if its hash is right. Safe for several threads that make different files, as far as the disk is.
 */
public final class Unpacker {
    /** Ends the name of a file that is being made; what a power cut leaves of one is removed when it is made again. */
    private static final String PART = ".part";

    private static final int BUFFER = 16 << 10;
    /** Octets; it is held in memory. */
    private static final int LONGEST_BASE = 64 << 20;

    private final Disk disk;
    private final Supplier<Optional<Zstd>> zstd;

    /** @param zstd is asked when something is packed with it; empty when there is none for this processor */
    public Unpacker(Disk disk, Supplier<Optional<Zstd>> zstd) {
        this.disk = disk;
        this.zstd = zstd;
    }

    /**
     * Unpacks into a file, which is then there for good.
     *
     * @param packed is read to the end of the artefact, and stays open
     * @param base for {@link Packing#PATCH}, otherwise null
     * @param target in a folder that is there
     * @throws UnpackException when it does not become the artefact
     * @throws NoRoomException before anything is written
     * @throws IOException when the disk fails
     */
    public void unpack(Packing packing, InputStream packed, @Nullable Base base, Artefact artefact, Path target)
            throws IOException {
        if (packing.isNative() && zstd.get().isEmpty()) {
            throw new UnpackException(
                    Reason.UNSUPPORTED, "there is no Zstandard for this processor: fetch it deflated", null);
        }
        byte[] dictionary = packing == Packing.PATCH ? read(base) : new byte[0];
        mustHaveRoom(artefact, target);
        Path part = target.resolveSibling(target.getFileName() + PART);
        disk.delete(part);
        PackedInput input = new PackedInput(packed);
        try (InputStream content = open(packing, input, dictionary, artefact)) {
            write(content, artefact, part);
        } catch (UnpackException e) {
            disk.delete(part);
            IOException failure = input.failure();
            throw failure == null ? e : failure;
        } catch (IOException e) {
            disk.delete(part);
            throw e;
        }
        disk.move(part, target);
    }

    private byte[] read(@Nullable Base base) throws IOException {
        if (base == null) {
            throw new UnpackException(Reason.BASE, "a patch wants the jar that it is a patch of", null);
        }
        try {
            byte[] content = disk.read(base.file(), LONGEST_BASE);
            if (Sha256.of(content).equals(base.sha256())) {
                return content;
            }
        } catch (NoSuchFileException e) {
            throw new UnpackException(Reason.BASE, "the jar that it is a patch of is not here", e);
        }
        throw new UnpackException(Reason.BASE, "the jar that it is a patch of is another one here", null);
    }

    private void mustHaveRoom(Artefact artefact, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        long free = folder == null ? 0 : disk.free(folder);
        if (free < artefact.length()) {
            throw new NoRoomException(artefact.length(), free);
        }
    }

    private InputStream open(Packing packing, InputStream packed, byte[] dictionary, Artefact artefact)
            throws IOException {
        try {
            return packing.isNative()
                    ? zstd.get().orElseThrow().decompress(packed, dictionary, artefact.length())
                    : new InflaterInputStream(packed);
        } catch (IOException e) {
            throw wrong("it cannot be unpacked", e);
        }
    }

    private void write(InputStream content, Artefact artefact, Path part) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        try (Appender out = disk.append(part)) {
            for (int n = next(content, buffer); n >= 0; n = next(content, buffer)) {
                length += n;
                if (length > artefact.length()) {
                    throw wrong("it becomes more than " + artefact.length() + " octets", null);
                }
                digest.update(buffer, 0, n);
                out.write(ByteBuffer.wrap(buffer, 0, n));
            }
            if (length != artefact.length() || !Sha256.of(digest).equals(artefact.sha256())) {
                throw wrong("it becomes something else, of " + length + " octets", null);
            }
            out.sync();
        }
    }

    private static int next(InputStream content, byte[] buffer) throws IOException {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw wrong("it cannot be unpacked", e);
        }
    }

    private static UnpackException wrong(String message, @Nullable Throwable cause) {
        return new UnpackException(Reason.WRONG, message, cause);
    }
}
