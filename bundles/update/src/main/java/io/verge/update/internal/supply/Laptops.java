package io.verge.update.internal.supply;

import io.verge.api.update.UpdateRefusedException;
import io.verge.transfer.coap.CoapLine;
import io.verge.transfer.coap.CoapSource;
import io.verge.trust.Way;
import io.verge.update.internal.engine.Supply;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Repositories on a laptop at the cabinet, {@code coap://192.0.2.7:5700}: carried here by a person. CoAP is asked for when somebody names one
 * first: an agent without its library makes updates all the same. Any thread.
 */
public final class Laptops implements SupplyMaker, AutoCloseable {
    private @Nullable CoapLine line;

    @Override
    public Supply open(URI uri) throws UpdateRefusedException {
        if (uri.getHost() == null || uri.getPort() < 1) {
            throw new UpdateRefusedException(
                    "no-source", "no laptop: " + uri + " (coap://192.0.2.7:5700 is one: address and port)");
        }
        CoapSource laptop = new CoapSource(line(), uri);
        return new Supply(
                new SourceMetadata(laptop, Makers.METADATA + "/", Way.CARRIED),
                (path, from, to) -> laptop.range(Makers.TARGETS + "/" + path, from, to),
                "the laptop at " + uri.getHost());
    }

    private synchronized CoapLine line() throws UpdateRefusedException {
        CoapLine open = line;
        if (open == null) {
            try {
                open = new CoapLine();
            } catch (NoClassDefFoundError e) {
                throw new UpdateRefusedException("no-source", "this agent has no CoAP: " + e.getMessage(), e);
            }
            line = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (line != null) {
            line.close();
        }
    }
}
