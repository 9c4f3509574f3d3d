package io.verge.update.internal.supply;

import io.verge.transfer.Source;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import io.verge.trust.MetadataSource;
import io.verge.trust.Way;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/**
 * Metadata of a source whose ranges end with the file: parts over the MQTT session, blocks over CoAP. One thread, as the source is.
 */
public final class SourceMetadata implements MetadataSource {
    private final Source source;
    private final String folder;
    private final Way way;

    /** @param folder before the names of files, such as {@code metadata/}; may be empty */
    public SourceMetadata(Source source, String folder, Way way) {
        this.source = source;
        this.folder = folder;
        this.way = way;
    }

    @Override
    public byte[] fetch(String name, int limit) throws IOException {
        // One octet more than is taken: how long a file is, only its end says.
        try (InputStream in = source.range(folder + name, 0, limit + 1L)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new IOException(name + " has more than " + limit + " octets");
            }
            return content;
        } catch (SourceException e) {
            if (e.kind() == Kind.ABSENT) {
                throw (IOException) new NoSuchFileException(name).initCause(e);
            }
            throw e;
        }
    }

    @Override
    public Way way() {
        return way;
    }
}
