package io.verge.transfer.source;

import io.verge.api.time.Clock;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import io.verge.transfer.source.HttpSettings.Credentials;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP (RFC 9110), over Java's own old client: its new one costs 1,300 more classes and 25 MB for the same. Follows redirects itself,
 * a bounded number, never from {@code https} to {@code http}. Any thread.
 */
public final class Http {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Duration MOST_PATIENCE = Duration.ofDays(1);

    private final HttpSettings settings;
    private final Clock clock;

    public Http(HttpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks for something. */
    public HttpReply get(URI uri, Map<String, String> headers) throws SourceException {
        URI at = uri;
        for (int hops = 0; hops <= settings.redirects(); hops++) {
            HttpReply reply = exchange("GET", at, headers, null);
            if (!REDIRECTS.contains(reply.status())) {
                return reply;
            }
            URI next = target(at, reply);
            reply.close();
            at = next;
        }
        throw SourceException.of(Kind.BROKEN, "more than " + settings.redirects() + " redirects from " + uri);
    }

    /**
     * Gives something.
     *
     * @param method POST or PUT
     */
    public HttpReply send(String method, URI uri, Map<String, String> headers, byte[] body) throws SourceException {
        return exchange(method, uri, headers, body);
    }

    /** How long a server that is busy asks for; null when it does not say. */
    @Nullable
    Duration patience(HttpReply reply) {
        String value = reply.header("Retry-After").strip();
        if (value.isEmpty()) {
            return null;
        }
        Duration asked;
        try {
            asked = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(clock.now(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
        } catch (DateTimeParseException e) {
            return null;
        }
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(MOST_PATIENCE) < 0 ? asked : MOST_PATIENCE;
    }

    /** What a status other than success means. */
    public SourceException refusal(HttpReply reply, URI uri) {
        String message = "the server answers " + reply.status() + " for " + uri.getPath();
        return switch (reply.status()) {
            case 404, 410 -> SourceException.of(Kind.ABSENT, message);
            case 429, 503 -> SourceException.busy(message, patience(reply));
            case 408, 500, 502, 504 -> SourceException.of(Kind.BROKEN, message);
            case 412, 416 -> SourceException.of(Kind.CHANGED, message);
            default -> SourceException.of(Kind.REFUSED, message);
        };
    }

    private static URI target(URI from, HttpReply reply) throws SourceException {
        try {
            URI to = from.resolve(URI.create(reply.header("Location")));
            if ("https".equals(from.getScheme()) && !"https".equals(to.getScheme())) {
                throw SourceException.of(Kind.REFUSED, "a redirect leads out of https, to " + to.getHost());
            }
            return to;
        } catch (IllegalArgumentException e) {
            throw SourceException.of(Kind.BROKEN, "a redirect leads nowhere");
        }
    }

    private HttpReply exchange(String method, URI uri, Map<String, String> headers, byte @Nullable [] body)
            throws SourceException {
        HttpURLConnection connection = connection(uri);
        try {
            connection.setRequestMethod(method);
            headers.forEach(connection::setRequestProperty);
            if (body != null) {
                // Not repeated by Java behind our back when the connection breaks.
                connection.setFixedLengthStreamingMode(body.length);
                connection.setDoOutput(true);
                write(connection, body);
            }
            return HttpReply.of(connection);
        } catch (IOException | RuntimeException e) {
            connection.disconnect();
            throw e instanceof IOException broken
                    ? SourceException.broken(broken)
                    : SourceException.of(Kind.BROKEN, "the server's answer is none: " + e.getMessage());
        }
    }

    private static void write(HttpURLConnection connection, byte[] body) throws IOException {
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    private HttpURLConnection connection(URI uri) throws SourceException {
        try {
            URLConnection connection = uri.toURL().openConnection();
            if (!(connection instanceof HttpURLConnection http)) {
                throw SourceException.of(Kind.REFUSED, "neither http nor https: " + uri.getScheme());
            }
            prepare(http, uri);
            return http;
        } catch (SourceException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw SourceException.of(Kind.REFUSED, "no address of a server: " + uri);
        }
    }

    private void prepare(HttpURLConnection http, URI uri) {
        http.setConnectTimeout((int) settings.connect().toMillis());
        http.setReadTimeout((int) settings.read().toMillis());
        http.setInstanceFollowRedirects(false);
        http.setUseCaches(false);
        SSLSocketFactory tls = settings.tls();
        if (tls != null && http instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(tls);
        }
        Credentials credentials = settings.credentials();
        if (credentials != null && isSameServer(credentials.server(), uri)) {
            http.setRequestProperty("Authorization", credentials.authorization());
        }
    }

    /** Whether two addresses have the same origin (RFC 6454 §5). */
    public static boolean isSameServer(URI one, URI other) {
        return lower(one.getScheme()).equals(lower(other.getScheme()))
                && lower(one.getHost()).equals(lower(other.getHost()))
                && port(one) == port(other);
    }

    private static String lower(@Nullable String part) {
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(lower(uri.getScheme())) ? 443 : 80;
    }
}
