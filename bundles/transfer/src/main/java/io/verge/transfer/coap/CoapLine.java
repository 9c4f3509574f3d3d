package io.verge.transfer.coap;

import io.verge.transfer.SourceException;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.coap.BlockOption;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.jspecify.annotations.Nullable;

/** The one port by which a box asks laptops for files. Opened when it is needed first. Any thread. */
public final class CoapLine implements Closeable {
    /** Octets: the largest size of a block (RFC 7959 §2.2). */
    static final int BLOCK = 1024;
    /** The same as its option says it. */
    static final int SZX = BlockOption.size2Szx(BLOCK);

    private @Nullable CoapEndpoint endpoint;
    private boolean closed;

    static Configuration configuration() {
        CoapConfig.register();
        UdpConfig.register();
        return new Configuration()
                .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
                // Blocks are ours: a transfer that was cut goes on in the middle.
                .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, 0)
                .set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK)
                .set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK)
                .set(CoapConfig.ACK_TIMEOUT, 1, TimeUnit.SECONDS)
                .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
                .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1);
    }

    synchronized CoapEndpoint endpoint() throws SourceException {
        if (closed) {
            throw SourceException.of(SourceException.Kind.BROKEN, "the agent is being stopped");
        }
        CoapEndpoint open = endpoint;
        if (open == null) {
            open = CoapEndpoint.builder().setConfiguration(configuration()).build();
            try {
                open.start();
            } catch (IOException e) {
                throw SourceException.broken(e);
            }
            endpoint = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (endpoint != null) {
            endpoint.destroy();
        }
    }
}
