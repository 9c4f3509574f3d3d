package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.ProtocolException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The opening of a WebSocket, RFC 6455 clause 4.2. */
final class WebSocketHandshake {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private WebSocketHandshake() {}

    /**
     * What a server says to a request.
     *
     * @param request without the empty line at its end
     * @throws ProtocolException when it does not ask for a WebSocket
     */
    static String answer(String request) throws ProtocolException {
        Map<String, String> headers = request.lines()
                .skip(1)
                .filter(line -> line.indexOf(':') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, second) -> first + ", " + second));
        String key = headers.getOrDefault("sec-websocket-key", "");
        boolean asks = request.startsWith("GET ")
                && headers.getOrDefault("upgrade", "").toLowerCase(Locale.ROOT).contains("websocket");
        if (!asks || key.isEmpty()) {
            throw new ProtocolException("not a request for a WebSocket");
        }
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + accept(key) + "\r\n\r\n";
    }

    /** The proof that the key was read. */
    static String accept(String key) {
        Function<byte[], String> base64 = Base64.getEncoder()::encodeToString;
        try {
            return base64.apply(MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
