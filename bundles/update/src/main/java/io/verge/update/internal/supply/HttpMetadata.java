package io.verge.update.internal.supply;

import io.verge.transfer.SourceException;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpReply;
import io.verge.trust.MetadataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/** The metadata of a repository on a web server. */
final class HttpMetadata implements MetadataSource {
    private static final int OK = 200;

    private final Http http;
    private final URI folder;

    /** @param folder ends with {@code /} */
    HttpMetadata(Http http, URI folder) {
        this.http = http;
        this.folder = folder;
    }

    @Override
    public byte[] fetch(String name, int limit) throws IOException {
        URI uri = folder.resolve(name);
        // A proxy that hands out yesterday's timestamp would look like somebody who holds back releases.
        try (HttpReply reply = http.get(uri, Map.of("Accept-Encoding", "identity", "Cache-Control", "no-cache"))) {
            if (reply.status() == OK) {
                return reply.read(limit);
            }
            SourceException refusal = http.refusal(reply, uri);
            if (refusal.kind() == SourceException.Kind.ABSENT) {
                throw new NoSuchFileException(name);
            }
            throw refusal;
        }
    }
}
