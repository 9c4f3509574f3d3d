package io.verge.agent.remote;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.californium.core.CoapClient;
import org.eclipse.californium.core.CoapHandler;
import org.eclipse.californium.core.CoapObserveRelation;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.elements.exception.ConnectorException;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedSinglePskStore;
import org.jspecify.annotations.Nullable;

/** Talks to one agent. Looking goes by plain CoAP on the box itself; changing, and all from elsewhere, by DTLS. */
final class AgentClient implements AutoCloseable {
    private static final long ANSWER_MILLIS = 15_000;
    /** For what the agent first asks a server for. */
    private static final long SLOW_ANSWER_MILLIS = 180_000;

    private static final int LARGEST_BODY = 16 << 20;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final AgentOptions options;
    private @Nullable CoapEndpoint plain;
    private @Nullable CoapEndpoint secure;

    static {
        Logger.getLogger("org.eclipse.californium").setLevel(Level.OFF); // what matters is said by exceptions
    }

    AgentClient(AgentOptions options) {
        this.options = options;
        CoapConfig.register();
        UdpConfig.register();
        DtlsConfig.register();
    }

    byte[] get(String path) throws RemoteException {
        return send(Code.GET, path, null, MediaTypeRegistry.UNDEFINED, !options.local());
    }

    /** What is shown to those alone who say who they are. */
    byte[] getSecured(String path) throws RemoteException {
        return send(Code.GET, path, null, MediaTypeRegistry.UNDEFINED, true);
    }

    byte[] change(Code code, String path, byte @Nullable [] body, int format) throws RemoteException {
        return send(code, path, body, format, true);
    }

    /** Like {@link #change}, for what takes the agent a while. */
    byte[] changeSlowly(Code code, String path, byte[] body, int format) throws RemoteException {
        return success(exchange(code, path, body, format, true, SLOW_ANSWER_MILLIS));
    }

    /** Like {@link #change}, but an answer that lists what is wrong (4.22) is an answer. */
    byte[] changeOrProblems(Code code, String path, byte[] body, int format) throws RemoteException {
        CoapResponse response = exchange(code, path, body, format, true);
        if (response.getCode() == CoAP.ResponseCode.UNPROCESSABLE_ENTITY) {
            return response.getPayload();
        }
        return success(response);
    }

    private byte[] send(Code code, String path, byte @Nullable [] body, int format, boolean secured)
            throws RemoteException {
        return success(exchange(code, path, body, format, secured));
    }

    private CoapResponse exchange(Code code, String path, byte @Nullable [] body, int format, boolean secured)
            throws RemoteException {
        return exchange(code, path, body, format, secured, ANSWER_MILLIS);
    }

    private CoapResponse exchange(
            Code code, String path, byte @Nullable [] body, int format, boolean secured, long millis)
            throws RemoteException {
        Request request = new Request(code);
        if (body != null) {
            request.setPayload(body);
            request.getOptions().setContentFormat(format);
        }
        request.getOptions().setAccept(MediaTypeRegistry.APPLICATION_JSON);
        CoapResponse response;
        try {
            CoapClient client = client(path, secured);
            client.setTimeout(millis);
            response = client.advanced(request);
        } catch (ConnectorException | IOException e) {
            throw unreachable(secured, String.valueOf(e.getMessage()));
        }
        if (response == null) {
            throw unreachable(secured, "no answer");
        }
        return response;
    }

    private static byte[] success(CoapResponse response) throws RemoteException {
        if (response.isSuccess()) {
            return response.getPayload();
        }
        throw new RemoteException(response.getCode() + " " + Text.of(response.getPayload()));
    }

    /** Shows the resource now and at each change, until the process is told to stop. */
    CoapObserveRelation observe(String path, Consumer<byte[]> each, Consumer<String> failed) throws RemoteException {
        CoapClient client = client(path, !options.local());
        return client.observe(
                new CoapHandler() {
                    @Override
                    public void onLoad(CoapResponse response) {
                        if (response.isSuccess()) {
                            each.accept(response.getPayload());
                        } else {
                            failed.accept(response.getCode() + " " + response.getResponseText());
                        }
                    }

                    @Override
                    public void onError() {
                        failed.accept("the agent does not answer any more");
                    }
                },
                MediaTypeRegistry.APPLICATION_JSON);
    }

    private CoapClient client(String path, boolean secured) throws RemoteException {
        String uri = secured
                ? "coaps://" + options.host + ":" + options.securePort + "/" + path
                : "coap://" + options.host + ":" + options.port + "/" + path;
        CoapClient client = new CoapClient(uri);
        client.setTimeout(ANSWER_MILLIS);
        client.setEndpoint(secured ? secure() : plain());
        return client;
    }

    private RemoteException unreachable(boolean secured, String reason) {
        int port = secured ? options.securePort : options.port;
        if (options.login != null && reason.contains("BAD_CERTIFICATE")) {
            return new RemoteException("the box does not take this certificate: it has ended, is refused or for another"
                    + " tenant, or the box knows another authority; `verge audit` on the box says which");
        }
        return new RemoteException("no agent answers at " + options.host + " port " + port + " (" + reason
                + "): is it running? Start it with `verge run`, or see `journalctl -u verge`");
    }

    private CoapEndpoint plain() {
        CoapEndpoint endpoint = plain;
        if (endpoint == null) {
            endpoint = CoapEndpoint.builder().setConfiguration(configuration()).build();
            plain = endpoint;
        }
        return endpoint;
    }

    private CoapEndpoint secure() throws RemoteException {
        CoapEndpoint endpoint = secure;
        if (endpoint == null) {
            Configuration configuration = configuration();
            DtlsConnectorConfig.Builder dtls =
                    DtlsConnectorConfig.builder(configuration).setAddress(new InetSocketAddress(0));
            Path login = options.login;
            if (login == null) {
                List<String> key = key(options.keyFile());
                dtls.setAdvancedPskStore(
                        new AdvancedSinglePskStore(key.get(0), HexFormat.of().parseHex(key.get(2))));
            } else {
                Login.read(login, options.loginPassword).use(dtls);
            }
            endpoint = CoapEndpoint.builder()
                    .setConfiguration(configuration)
                    .setConnector(new DTLSConnector(dtls.build()))
                    .build();
            secure = endpoint;
        }
        return endpoint;
    }

    private static List<String> key(Path file) throws RemoteException {
        try {
            List<String> parts = SPACE.splitAsStream(
                            Files.readString(file, StandardCharsets.US_ASCII).strip())
                    .toList();
            if (parts.size() >= 3) {
                return parts;
            }
            throw new RemoteException(file + ": a line `identity role key` was expected");
        } catch (NoSuchFileException e) {
            throw new RemoteException("there is no key " + file
                    + ": name the agent's folder with --home (or VERGE_HOME), or a key with --key");
        } catch (IOException e) {
            throw new RemoteException("the key " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static Configuration configuration() {
        return new Configuration()
                .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
                .set(CoapConfig.MAX_RESOURCE_BODY_SIZE, LARGEST_BODY)
                .set(CoapConfig.PREFERRED_BLOCK_SIZE, 1024)
                .set(CoapConfig.MAX_MESSAGE_SIZE, 1024)
                .set(CoapConfig.ACK_TIMEOUT, 1, TimeUnit.SECONDS)
                .set(CoapConfig.MAX_RETRANSMIT, 2)
                .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
                .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_ROLE, DtlsConfig.DtlsRole.CLIENT_ONLY);
    }

    @Override
    public void close() {
        if (plain != null) {
            plain.destroy();
        }
        if (secure != null) {
            secure.destroy();
        }
    }
}
