package io.verge.update.internal.hawkbit;

import io.verge.transfer.Names;
import io.verge.transfer.Source;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import io.verge.transfer.hawkbit.Offer;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpReply;
import io.verge.transfer.source.HttpSource;
import io.verge.trust.MetadataSource;
import io.verge.trust.Way;
import io.verge.update.internal.engine.Supply;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;

/**
 * A repository whose files are those of an offer, by what stands behind the last slash of their path: hawkBit has no folders. After a restart
 * of the agent the links are not known until the server has offered the action again; so long nothing can be fetched, which is no reason to
 * give anything up. One thread.
 */
public final class HawkbitSupply {
    /** Of the source of a wish, before the action's number. */
    public static final String SCHEME = "hawkbit";

    private static final String TIMESTAMP = "timestamp.json";

    private final Http http;
    private final Offers offers;
    private final String action;
    private final MetadataSource otherwise;
    private final Source files;

    private HawkbitSupply(Http http, Offers offers, String action, MetadataSource otherwise) {
        this.http = http;
        this.offers = offers;
        this.action = action;
        this.otherwise = otherwise;
        files = new HttpSource(http, path -> offers.of(action).flatMap(offer -> offer.link(Names.last(path))));
    }

    /**
     * The repository of an action.
     *
     * @param http how the server is spoken to
     * @param source of the wish, such as {@code hawkbit:18}
     * @param otherwise has the metadata of offers without any: of the profile's first source
     */
    public static Supply open(Http http, Offers offers, String source, MetadataSource otherwise) {
        String action = source.substring(source.indexOf(':') + 1);
        HawkbitSupply supply = new HawkbitSupply(http, offers, action, otherwise);
        return new Supply(supply.new Metadata(), supply::range, "hawkBit action " + action);
    }

    private InputStream range(String path, long from, long to) throws SourceException {
        offer();
        return files.range(path, from, to);
    }

    private Offer offer() throws SourceException {
        return offers.of(action)
                .orElseThrow(() -> SourceException.of(
                        Kind.BROKEN, "hawkBit has not offered action " + action + " again since the start"));
    }

    private byte[] fetch(URI link, int limit) throws IOException {
        try (HttpReply reply = http.get(link, Map.of("Accept-Encoding", "identity"))) {
            if (reply.status() != 200) {
                throw http.refusal(reply, link);
            }
            return reply.read(limit);
        }
    }

    private final class Metadata implements MetadataSource {
        @Override
        public byte[] fetch(String name, int limit) throws IOException {
            Offer offer = offer();
            if (offer.link(TIMESTAMP).isEmpty()) {
                return otherwise.fetch(name, limit);
            }
            URI link = offer.link(name).orElseThrow(() -> new NoSuchFileException(name));
            return HawkbitSupply.this.fetch(link, limit);
        }

        @Override
        public Way way() {
            Optional<URI> own = offers.of(action).flatMap(offer -> offer.link(TIMESTAMP));
            return own.isPresent() ? Way.ONLINE : otherwise.way();
        }
    }
}
