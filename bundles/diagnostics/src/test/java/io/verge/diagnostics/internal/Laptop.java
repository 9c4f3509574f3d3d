package io.verge.diagnostics.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapObserveRelation;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;
import org.jspecify.annotations.Nullable;

/** Whoever stands at the open cabinet: a CoAP client, plain or with a key. */
final class Laptop {
    private static final long PATIENCE_MILLIS = 20_000;

    private final CoapEndpoint endpoint;
    private final String base;

    private Laptop(CoapEndpoint endpoint, String base) {
        this.endpoint = endpoint;
        this.base = base;
    }

    static Laptop plain(@Nullable InetSocketAddress door) {
        CoapEndpoint endpoint =
                CoapEndpoint.builder().setConfiguration(configuration()).build();
        return new Laptop(endpoint, "coap://127.0.0.1:" + port(door) + "/");
    }

    static Laptop withKey(@Nullable InetSocketAddress door, String identity, String key) {
        return secure(
                door,
                DtlsConnectorConfig.builder(secureConfiguration())
                        .setAdvancedPskStore(new AdvancedSinglePskStore(
                                identity, HexFormat.of().parseHex(key))));
    }

    /** @param trusted whoever shows a certificate of theirs is taken for the box */
    static Laptop withCertificate(
            @Nullable InetSocketAddress door, TestAuthority.Identity identity, X509Certificate trusted) {
        return secure(
                door,
                DtlsConnectorConfig.builder(secureConfiguration())
                        .set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY)
                        .setCertificateIdentityProvider(
                                new SingleCertificateProvider(identity.key(), identity.chain(), CertificateType.X_509))
                        .setAdvancedCertificateVerifier(new SignedBy(trusted)));
    }

    private static Laptop secure(@Nullable InetSocketAddress door, DtlsConnectorConfig.Builder dtls) {
        CoapEndpoint endpoint = CoapEndpoint.builder()
                .setConfiguration(configuration())
                .setConnector(
                        new DTLSConnector(dtls.setAddress(Cabinet.anyPort()).build()))
                .build();
        return new Laptop(endpoint, "coaps://127.0.0.1:" + port(door) + "/");
    }

    private static Configuration secureConfiguration() {
        return configuration()
                .set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, 300, TimeUnit.MILLISECONDS)
                .set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, 2)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
    }

    private static int port(@Nullable InetSocketAddress door) {
        return Objects.requireNonNull(door, "the door is closed").getPort();
    }

    private static Configuration configuration() {
        CoapConfig.register();
        DtlsConfig.register();
        return new Configuration()
                .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, 64 << 20)
                .set(CoapConfig.PREFERRED_BLOCK_SIZE, 1024)
                .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1);
    }

    private CoapClient client(String path) {
        CoapClient client = new CoapClient(base + path);
        client.setEndpoint(endpoint);
        client.setTimeout(PATIENCE_MILLIS);
        return client;
    }

    CoapResponse get(String path) throws ConnectorException, IOException {
        return get(path, MediaTypeRegistry.UNDEFINED);
    }

    CoapResponse get(String path, int accept) throws ConnectorException, IOException {
        Request request = Request.newGet();
        if (accept != MediaTypeRegistry.UNDEFINED) {
            request.getOptions().setAccept(accept);
        }
        return Objects.requireNonNull(client(path).advanced(request), "no answer");
    }

    CoapResponse send(Code code, String path, byte[] body) throws ConnectorException, IOException {
        return send(code, path, body, MediaTypeRegistry.UNDEFINED);
    }

    CoapResponse send(Code code, String path, byte[] body, int accept) throws ConnectorException, IOException {
        Request request = new Request(code);
        if (body.length > 0) {
            request.setPayload(body);
            request.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_OCTET_STREAM);
        }
        if (accept != MediaTypeRegistry.UNDEFINED) {
            request.getOptions().setAccept(accept);
        }
        return Objects.requireNonNull(client(path).advanced(request), "no answer");
    }

    /** Sends and does not wait for the answer. */
    void sendOnly(Code code, String path, CoapHandler handler) {
        client(path).advanced(handler, new Request(code));
    }

    CoapObserveRelation observe(String path, CoapHandler handler) throws ConnectorException, IOException {
        return client(path).observeAndWait(handler);
    }

    static Object json(CoapResponse response) throws IOException {
        return tree(new JsonFactory(), response);
    }

    static Object cbor(CoapResponse response) throws IOException {
        return tree(new CBORFactory(), response);
    }

    private static Object tree(JsonFactory form, CoapResponse response) throws IOException {
        return new JSON(form).anyFrom(response.getPayload());
    }

    void close() {
        endpoint.destroy();
    }
}
