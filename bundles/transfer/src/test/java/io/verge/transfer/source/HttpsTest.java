package io.verge.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.verge.testkit.ManualClock;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that wants to see the box's certificate. Keys by {@code src/test/certificates.sh}. */
class HttpsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context("server.p12", true)) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ours = getSSLContext().getDefaultSSLParameters();
                ours.setNeedClientAuth(true);
                parameters.setSSLParameters(ours);
            }
        });
        server.createContext("/ok", exchange -> answer(exchange, 200));
        server.createContext("/plain", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://localhost:1/");
            answer(exchange, 302);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static SSLContext context(String file, boolean withKey) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = HttpsTest.class.getResourceAsStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(withKey ? keys.getKeyManagers() : new KeyManager[0], trust.getTrustManagers(), null);
        return context;
    }

    private HttpReply get(HttpSettings settings, String path) throws SourceException {
        URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + path);
        return new Http(settings, ManualClock.standing()).get(uri, Map.of());
    }

    private static HttpSettings box() throws Exception {
        return HttpSettings.DEFAULT.with(context("box.p12", true).getSocketFactory());
    }

    private void assertNot(HttpSettings settings, String path, Kind kind) {
        assertThatThrownBy(() -> get(settings, path))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void aBoxWithACertificateIsServed() throws Exception {
        try (HttpReply reply = get(box(), "/ok")) {
            assertThat(reply.status()).isEqualTo(200);
        }
    }

    @Test
    void aBoxWithoutACertificateIsNot() throws Exception {
        assertNot(HttpSettings.DEFAULT.with(context("box.p12", false).getSocketFactory()), "/ok", Kind.BROKEN);
    }

    @Test
    void aServerThatTheBoxDoesNotKnowIsNotAsked() {
        assertNot(HttpSettings.DEFAULT, "/ok", Kind.BROKEN);
    }

    @Test
    void redirectsDoNotLeadOutOfHttps() throws Exception {
        assertNot(box(), "/plain", Kind.REFUSED);
    }
}
