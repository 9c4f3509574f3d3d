package io.verge.api.cloud;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Parts of files that the cloud has for its boxes, such as those of a release, over the session. A service; never blocks; any thread. */
@ProviderType
public interface Ranges {
    /** Octets that can be asked for at once. */
    int MOST = 256 * 1024;

    /** Requests that may be under way at once. */
    int MOST_REQUESTS = 4;

    /**
     * Asks for a part of a file.
     *
     * @param path what the cloud calls it: names of {@code A-Za-z0-9._-} with slashes between, none of which begins with a dot or a
     *     hyphen; 512 characters at most. No path on any disk
     * @param from offset of the first octet; not negative
     * @param to offset behind the last; above {@code from}, by {@link #MOST} at most. Behind the end of the file it counts as that
     * @return completes on a thread that must not be held up: with the part, or exceptionally with a {@link RangeException}: the cloud
     *     refuses, nobody answers in time, or there is no session. Nothing is asked for again by itself
     * @throws IllegalArgumentException when path, from or to are not so
     */
    CompletionStage<Part> range(String path, long from, long to);

    /**
     * A part of a file.
     *
     * @param total octets of the whole file
     * @param sha256 of the whole file as the cloud says, 64 hexadecimal digits: another than before means another file. It is not checked
     *     here, and proves nothing of who made the file
     * @param content from the offset that was asked for, as far as asked for or to the end of the file
     */
    record Part(long total, String sha256, ByteBuffer content) {
        public Part {
            content = content.asReadOnlyBuffer();
        }

        /** The octets, read-only, with a position of its own. */
        @Override
        public ByteBuffer content() {
            return content.duplicate();
        }
    }
}
