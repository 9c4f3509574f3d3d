package io.verge.diagnostics.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.Endpoint;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.CertificateAuthenticationMode;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedMultiPskStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The CoAP server: plain on loopback, DTLS elsewhere. One thread works for both. */
final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    /** The largest bundle that a maintainer may send, with room to spare. */
    static final int LARGEST_BODY = 16 << 20;

    private static final int PEERS = 200;
    /** The command line makes a new connection for each command: those of the last minute must not keep others out. */
    private static final int STALE_SECONDS = 60;

    /**
     * How long a message may be repeated: RFC 7252, 4.8.2, with a greatest latency of 5 s instead of 100 s, for a maintainer is
     * on the box or on the network beside it. What is kept of an exchange is forgotten so much sooner.
     */
    private static final int LATENCY_SECONDS = 5;

    private static final int LIFETIME_SECONDS = 60;

    private final CoapServer server;
    private final ScheduledExecutorService executor;
    private final @Nullable Entrance plain;
    private final @Nullable Entrance secure;

    /** One of the two ways in. Touched by the thread that opens. */
    private static final class Entrance {
        final String name;
        final CoapEndpoint endpoint;
        private boolean complained;

        Entrance(String name, CoapEndpoint endpoint) {
            this.name = name;
            this.endpoint = endpoint;
        }

        void open() {
            if (endpoint.isStarted()) {
                return;
            }
            try {
                endpoint.start();
                LOG.info("{} on {}", name, endpoint.getAddress());
            } catch (IOException e) {
                if (!complained) {
                    complained = true;
                    LOG.error("no {} on {}: {}; it is tried again", name, endpoint.getAddress(), e.getMessage());
                }
            }
        }
    }

    private Door(Entrances entrances, Access access, Witness witness, List<Resource> resources) {
        Configuration configuration = configuration();
        server = new CoapServer(configuration);
        executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "coap");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutors(executor, executor, true);
        resources.forEach(server::add);
        server.setMessageDeliverer(new Gatekeeper(server.getRoot(), configuration, access, witness));
        InetSocketAddress loopback = entrances.plain();
        plain = loopback == null ? null : entrance("CoAP", plain(loopback, configuration), access);
        InetSocketAddress outside = entrances.secure();
        secure = outside == null
                ? null
                : entrance("CoAP over DTLS", secure(outside, configuration, access, witness), access);
    }

    /**
     * Opens it. What cannot be opened is logged with the reason, the rest is open; see {@link #openRest}.
     *
     * @param access who may come in
     * @param witness is told of those who tried what is not for them
     */
    static Door open(Entrances entrances, Access access, Witness witness, List<Resource> resources) {
        Door door = new Door(entrances, access, witness, resources);
        door.openRest();
        return door;
    }

    /**
     * Tries again to open what could not be opened: another process had the port, or the interface had no address yet. The
     * server is never started as a whole: without an endpoint it would listen everywhere.
     */
    void openRest() {
        for (Entrance entrance : entrances()) {
            entrance.open();
        }
    }

    private List<Entrance> entrances() {
        List<Entrance> entrances = new ArrayList<>();
        if (plain != null) {
            entrances.add(plain);
        }
        if (secure != null) {
            entrances.add(secure);
        }
        return entrances;
    }

    /** Where plain CoAP is open; null when it is not. */
    @Nullable
    InetSocketAddress plainAddress() {
        return address(plain);
    }

    /** Where CoAP over DTLS is open; null when it is not. */
    @Nullable
    InetSocketAddress secureAddress() {
        return address(secure);
    }

    /** Whether anything listens. */
    boolean isOpen() {
        return server.getEndpoints().stream().anyMatch(Endpoint::isStarted);
    }

    private static @Nullable InetSocketAddress address(@Nullable Entrance entrance) {
        return entrance != null && entrance.endpoint.isStarted() ? entrance.endpoint.getAddress() : null;
    }

    private Entrance entrance(String name, CoapEndpoint endpoint, Access access) {
        endpoint.addInterceptor(new BodyLimit(access));
        server.addEndpoint(endpoint);
        return new Entrance(name, endpoint);
    }

    private static CoapEndpoint plain(InetSocketAddress address, Configuration configuration) {
        return CoapEndpoint.builder()
                .setConfiguration(configuration)
                .setInetSocketAddress(address)
                .build();
    }

    private static CoapEndpoint secure(
            InetSocketAddress address, Configuration configuration, Access access, Witness witness) {
        AdvancedMultiPskStore store = new AdvancedMultiPskStore();
        for (Map.Entry<String, Keys.Key> key : access.keys().all().entrySet()) {
            store.setKey(key.getKey(), key.getValue().octets());
        }
        DtlsConnectorConfig.Builder dtls =
                DtlsConnectorConfig.builder(configuration).setAddress(address).setAdvancedPskStore(store);
        access.staff().ifPresent(staff -> dtls.setCertificateIdentityProvider(new OwnCertificate(staff))
                .setAdvancedCertificateVerifier(new StaffVerifier(staff, witness)));
        return CoapEndpoint.builder()
                .setConfiguration(configuration)
                .setConnector(new DTLSConnector(dtls.build()))
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
                .set(CoapConfig.MAX_ACTIVE_PEERS, PEERS)
                .set(CoapConfig.MAX_PEER_INACTIVITY_PERIOD, STALE_SECONDS, TimeUnit.SECONDS)
                // Answers are kept for repeated requests: the last few of each peer, not those of four minutes.
                .set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP)
                .set(CoapConfig.PEERS_MARK_AND_SWEEP_MESSAGES, 16)
                .set(CoapConfig.MAX_LATENCY, LATENCY_SECONDS, TimeUnit.SECONDS)
                .set(CoapConfig.EXCHANGE_LIFETIME, LIFETIME_SECONDS, TimeUnit.SECONDS)
                .set(CoapConfig.NON_LIFETIME, LIFETIME_SECONDS, TimeUnit.SECONDS)
                .set(CoapConfig.MAX_SERVER_OBSERVES, 100)
                .set(DtlsConfig.DTLS_MAX_CONNECTIONS, PEERS)
                .set(DtlsConfig.DTLS_STALE_CONNECTION_THRESHOLD, STALE_SECONDS, TimeUnit.SECONDS)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1)
                // Who comes without a key comes with a certificate.
                .set(DtlsConfig.DTLS_CLIENT_AUTHENTICATION_MODE, CertificateAuthenticationMode.NEEDED)
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
