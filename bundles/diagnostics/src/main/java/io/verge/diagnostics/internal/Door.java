package io.verge.diagnostics.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedMultiPskStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The CoAP server: plain on loopback, DTLS elsewhere. One thread works for both. */
final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    /** The largest bundle, with room to spare. */
    private static final int LARGEST_BODY = 16 << 20;

    private final CoapServer server;
    private final ScheduledExecutorService executor;

    private Door(CoapServer server, ScheduledExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /**
     * Opens it. What cannot be opened is logged with the reason; the rest is open.
     */
    static Door open(DiagnosticsConfig config, Keys keys, List<Resource> resources) {
        Configuration configuration = configuration();
        CoapServer server = new CoapServer(configuration);
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "coap");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutors(executor, executor, true);
        resources.forEach(server::add);
        if (config.port() > 0) {
            InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port());
            start(
                    server,
                    CoapEndpoint.builder()
                            .setConfiguration(configuration)
                            .setInetSocketAddress(loopback)
                            .build());
        }
        if (config.securePort() > 0) {
            start(server, secure(config, configuration, keys));
        }
        server.start();
        return new Door(server, executor);
    }

    private static void start(CoapServer server, CoapEndpoint endpoint) {
        server.addEndpoint(endpoint);
    }

    private static CoapEndpoint secure(DiagnosticsConfig config, Configuration configuration, Keys keys) {
        AdvancedMultiPskStore store = new AdvancedMultiPskStore();
        for (Map.Entry<String, Keys.Key> key : keys.all().entrySet()) {
            store.setKey(key.getKey(), key.getValue().octets());
        }
        DtlsConnectorConfig dtls = DtlsConnectorConfig.builder(configuration)
                .setAddress(new InetSocketAddress(config.address(), config.securePort()))
                .setAdvancedPskStore(store)
                .build();
        return CoapEndpoint.builder()
                .setConfiguration(configuration)
                .setConnector(new DTLSConnector(dtls))
                .build();
    }

    private static Configuration configuration() {
        CoapConfig.register();
        UdpConfig.register();
        DtlsConfig.register();
        return new Configuration()
                .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
                .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
                .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1)
                .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, LARGEST_BODY)
                .set(CoapConfig.PREFERRED_BLOCK_SIZE, 1024)
                .set(CoapConfig.MAX_MESSAGE_SIZE, 1024)
                .set(CoapConfig.MAX_ACTIVE_PEERS, 200)
                .set(CoapConfig.MAX_SERVER_OBSERVES, 100)
                .set(DtlsConfig.DTLS_MAX_CONNECTIONS, 50)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.SERVER_ONLY);
    }

    @Override
    public void close() {
        server.destroy();
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.warn("the CoAP server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
