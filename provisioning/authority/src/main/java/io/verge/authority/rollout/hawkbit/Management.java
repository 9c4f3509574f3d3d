package io.verge.authority.rollout.hawkbit;

import io.verge.authority.json.JsonObject;
import io.verge.authority.refusal.Shown;
import io.verge.json.tree.JsonTree;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The management interface of a hawkBit server, REST v1. An answer has at most 1 MiB, a list at most 10,000 items; what is longer is refused. One
 * thread; each call waits for at most 30 s for the next octets.
 */
final class Management {
    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 32;
    private static final int LONGEST_REASON = 300;
    private static final int PAGE = 100;
    private static final int MOST = 10_000;
    private static final String ACCEPT = "application/hal+json, application/json";
    private static final String LIST = "content";
    private static final String ANSWER = "answer";

    private static final JsonTreeReader READER = JsonTreeReader.of(LONGEST, DEEPEST);

    private final Http http;
    private final String base;

    /** @param base up to and with {@code rest/v1/} */
    Management(Http http, String base) {
        this.http = http;
        this.base = base;
    }

    /** Looks at the items of a list one by one. */
    @FunctionalInterface
    interface Visitor {
        /** Sees one; whether the next is wanted. */
        boolean see(JsonObject item) throws IOException;
    }

    /**
     * Something.
     *
     * @throws IOException when it cannot be had: a {@link ManagementException} when the server says so
     */
    JsonObject get(String path) throws IOException {
        return exchange("GET", path, "", null);
    }

    /**
     * Goes through a list, page by page, until the visitor has seen enough or all.
     *
     * @param query such as {@code sort=id:DESC}
     */
    void each(String path, String query, Visitor visitor) throws IOException {
        for (int offset = 0; offset < MOST; offset += PAGE) {
            JsonObject page = get(path + "?" + query + "&limit=" + PAGE + "&offset=" + offset);
            for (JsonObject item : page.objects(LIST)) {
                if (!visitor.see(item)) {
                    return;
                }
            }
            if (offset + PAGE >= page.whole("total", 0)) {
                return;
            }
        }
        throw new IOException("hawkBit has more than " + MOST + " " + path + ": that is too much to look through");
    }

    /** The items of what hawkBit gives as a plain list. */
    List<JsonObject> list(String path) throws IOException {
        return get(path).objects(LIST);
    }

    /**
     * Makes or does something.
     *
     * @param letter as a tree
     * @return what the server says of it; a plain list as the member {@code content}
     */
    JsonObject post(String path, Object letter) throws IOException {
        return exchange("POST", path, "application/json", JsonTree.octets(letter));
    }

    /** Uploads a file into a list of files. */
    void upload(String path, String filename, byte[] content) throws IOException {
        Multipart form = new Multipart(filename, content);
        JsonObject unused = exchange("POST", path, form.type(), form.octets());
    }

    /** Takes something away. */
    void delete(String path) throws IOException {
        JsonObject unused = exchange("DELETE", path, "application/json", new byte[0]);
    }

    private JsonObject exchange(String method, String path, String type, byte @Nullable [] letter) throws IOException {
        URI uri = URI.create(base + path);
        try (HttpReply reply = letter == null
                ? http.get(uri, Map.of("Accept", ACCEPT))
                : http.send(method, uri, Map.of("Accept", ACCEPT, "Content-Type", type), letter)) {
            if (reply.status() >= 300) {
                throw refusal(reply, uri);
            }
            return read(reply.read(LONGEST), uri);
        } catch (ManagementException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("hawkBit at " + uri.getAuthority() + ": " + e.getMessage(), e);
        }
    }

    private static JsonObject read(byte[] content, URI uri) throws IOException {
        try {
            Object value = content.length == 0 ? Map.of() : READER.read(content);
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put(value instanceof List<?> ? LIST : ANSWER, value);
            JsonObject whole = new JsonObject("", answer);
            return value instanceof List<?> ? whole : whole.object(ANSWER);
        } catch (JsonTreeException e) {
            throw new IOException("its answer for " + uri.getPath() + ": " + e.getMessage(), e);
        }
    }

    private ManagementException refusal(HttpReply reply, URI uri) throws IOException {
        String code = "";
        String reason = "";
        try {
            JsonObject said = read(reply.read(LONGEST), uri);
            code = said.text("errorCode", "");
            reason = said.text("message", "");
        } catch (IOException e) {
            reason = "";
        }
        String message = "hawkBit answers " + reply.status() + " for " + uri.getPath()
                + (reason.isEmpty() ? "" : ": " + shown(reason)) + remedy(reply.status());
        return new ManagementException(
                reply.status(), code, message, http.refusal(reply, uri).patience());
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401 -> "; look at the user and password in --hawkbit-user-file";
            case 403 -> "; give that user the permission, or look at the quota";
            default -> "";
        };
    }

    /** What somebody else wrote, for one line. */
    static String shown(String text) {
        return Shown.of(text.substring(0, Math.min(LONGEST_REASON, text.length())));
    }
}
