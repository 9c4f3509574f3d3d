package io.verge.authority.rollout.hawkbit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.verge.api.disk.Sha256;
import io.verge.authority.json.JsonObject;
import io.verge.json.tree.JsonTree;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers like the management interface of hawkBit 0.3.0M7 as far as a roll-out needs it; what it answers was seen there. It
 * knows who asks as {@code admin:admin}, and the connection of its n-th call can be cut.
 */
public final class FakeHawkbit implements Closeable {
    private static final Pattern ACTION = Pattern.compile("targets/([^/]+)/actions/(\\d+)(/status)?");
    private static final Pattern ACTIONS = Pattern.compile("targets/([^/]+)/actions");
    private static final Pattern ASSIGNMENT = Pattern.compile("targets/([^/]+)/assignedDS");
    private static final Pattern ARTIFACTS = Pattern.compile("softwaremodules/(\\d+)/artifacts");
    private static final Pattern FORM =
            Pattern.compile("(?s)--(.+?)\r\n.*?filename=\"(.+?)\".*?\r\n\r\n(.*)\r\n--\\1--\r\n");
    private static final String ADMIN = "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(UTF_8));

    private final HttpServer server;
    private final Map<String, List<Map<String, Object>>> things = new LinkedHashMap<>();
    private final Map<Long, List<Map<String, Object>>> artifacts = new LinkedHashMap<>();
    private final FakeTargets targets = new FakeTargets();
    private final List<String> calls = new ArrayList<>();
    private long numbers;
    private int cutAt;
    private boolean cutBehind;
    private String cutCall = "";
    private int status;
    private String patience = "";
    private String body = "";

    /** In the clear. */
    public FakeHawkbit() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    private FakeHawkbit(HttpServer server) {
        this.server = server;
        server.createContext("/rest/v1/", this::answer);
        server.start();
    }

    /** With TLS. */
    static FakeHawkbit secure(SSLContext own) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(own));
        return new FakeHawkbit(server);
    }

    /** Where it listens. */
    public URI uri() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    /** Does something with its targets while it answers nobody. */
    public synchronized void targets(Consumer<FakeTargets> what) {
        what.accept(targets);
    }

    /** What a target was asked, the oldest first. */
    public synchronized List<FakeTargets.Action> actions(String target) {
        return targets.of(target);
    }

    /** Cuts the connection of a call that is still to come, 1 for the next, before it is done or behind. */
    public synchronized void cut(int call, boolean behind) {
        cutAt = calls.size() + call;
        cutBehind = behind;
    }

    /** Does the next call of this method and path, and cuts its connection. */
    public synchronized void cutAt(String call) {
        cutCall = call;
    }

    /**
     * Answers so from now on.
     *
     * @param code of HTTP; 0 for all as it should
     * @param retryAfter the header of this name; empty for none
     */
    public synchronized void answer(int code, String retryAfter, String content) {
        status = code;
        patience = retryAfter;
        body = content;
    }

    /** What it was asked: method and path. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** What it has of a kind. */
    public synchronized List<Map<String, Object>> all(String kind) {
        return List.copyOf(things.getOrDefault(kind, List.of()));
    }

    /** Names of the files of all modules. */
    public synchronized List<String> files() {
        return artifacts.values().stream()
                .flatMap(files -> files.stream().map(file -> String.valueOf(file.get("providedFilename"))))
                .toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        byte[] letter = exchange.getRequestBody().readAllBytes();
        calls.add(exchange.getRequestMethod() + " " + uri.getPath().substring("/rest/v1/".length()));
        boolean named = calls.get(calls.size() - 1).equals(cutCall);
        boolean cut = calls.size() == cutAt || named;
        if (named) {
            cutCall = "";
        }
        if (!cut || cutBehind || named) {
            Reply reply = reply(exchange, letter);
            if (!cut) {
                send(exchange, reply);
            }
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] content = reply.octets();
        // Else each answer waits 40 ms for the acknowledgement of its head.
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(reply.status(), content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            exchange.getResponseBody().write(content);
        }
    }

    private Reply reply(HttpExchange exchange, byte[] letter) throws IOException {
        if (status != 0) {
            if (!patience.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", patience);
            }
            return new Reply(status, body);
        }
        if (!ADMIN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Reply(401, Map.of("status", 401, "error", "Unauthorized", "message", ""));
        }
        String path = exchange.getRequestURI().getPath().substring("/rest/v1/".length());
        Query query = Query.of(exchange.getRequestURI().getRawQuery());
        return path.startsWith("targets")
                ? target(exchange.getRequestMethod(), path, query, letter)
                : thing(exchange.getRequestMethod(), path, query, letter);
    }

    private Reply target(String method, String path, Query query, byte[] letter) throws IOException {
        Matcher action = ACTION.matcher(path);
        if (action.matches()) {
            long number = Long.parseLong(action.group(2));
            return switch (method) {
                case "DELETE" -> targets.cancel(action.group(1), number, query.isForced());
                default ->
                    action.group(3) == null
                            ? targets.action(uri(), action.group(1), number)
                            : targets.history(action.group(1), number, query);
            };
        }
        Matcher assignment = ASSIGNMENT.matcher(path);
        if (assignment.matches()) {
            return targets.assign(assignment.group(1), JsonObject.read(letter).whole("id"), ++numbers);
        }
        Matcher actions = ACTIONS.matcher(path);
        return actions.matches() ? targets.actions(actions.group(1), query) : Reply.page(List.of(), query);
    }

    private Reply thing(String method, String path, Query query, byte[] letter) throws IOException {
        Matcher files = ARTIFACTS.matcher(path);
        if (files.matches()) {
            long module = Long.parseLong(files.group(1));
            return method.equals("GET")
                    ? new Reply(200, artifacts.getOrDefault(module, List.of()))
                    : upload(module, new String(letter, ISO_8859_1));
        }
        return method.equals("GET")
                ? Reply.page(all(path).stream().filter(query::matches).toList(), query)
                : make(path, letter);
    }

    private Reply make(String kind, byte[] letter) throws IOException {
        Map<String, Object> thing = new LinkedHashMap<>();
        JsonObject list = JsonObject.read(("{\"content\":" + new String(letter, UTF_8) + "}").getBytes(UTF_8));
        list.objects("content").get(0).members().forEach((name, member) -> {
            if (member != null) {
                thing.put(name, member);
            }
        });
        for (Map<String, Object> other : all(kind)) {
            boolean same = List.of("key", "name", "version", "type").stream()
                    .allMatch(mark -> String.valueOf(other.get(mark)).equals(String.valueOf(thing.get(mark))));
            if (same) {
                return Reply.refusal(409, "repo.entitiyAlreayExists", "The given entity already exists in database");
            }
        }
        thing.put("id", ++numbers);
        thing.put("createdAt", 1_000 * numbers);
        thing.put("deleted", false);
        if (thing.get("modules") instanceof List<?> ids) {
            thing.put(
                    "modules",
                    all("softwaremodules").stream()
                            .filter(module -> ids.toString().contains("id=" + module.get("id") + "}"))
                            .toList());
        }
        things.computeIfAbsent(kind, key -> new ArrayList<>()).add(thing);
        return new Reply(201, List.of(thing));
    }

    private Reply upload(long module, String form) {
        Matcher part = FORM.matcher(form);
        if (!part.matches()) {
            return Reply.refusal(400, "rest.body.notReadable", "that is no form with a file");
        }
        List<Map<String, Object>> files = artifacts.computeIfAbsent(module, key -> new ArrayList<>());
        if (files.stream().anyMatch(file -> part.group(2).equals(file.get("providedFilename")))) {
            return Reply.refusal(409, "repo.entitiyAlreayExists", "File with that name already exists");
        }
        String hash = Sha256.of(part.group(3).getBytes(ISO_8859_1)).hex();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("providedFilename", part.group(2));
        file.put("hashes", Map.of("sha256", hash));
        files.add(file);
        return new Reply(201, file);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * What it answers.
     *
     * @param content a tree, or a text as it is; null for nothing
     */
    record Reply(int status, @Nullable Object content) {
        byte[] octets() {
            return content instanceof String text
                    ? text.getBytes(UTF_8)
                    : content == null ? new byte[0] : JsonTree.octets(content);
        }

        static Reply refusal(int status, String code, String message) {
            return new Reply(status, Map.of("errorCode", "hawkbit.server.error." + code, "message", message));
        }

        static Reply page(List<?> all, Query query) {
            List<?> page =
                    all.stream().skip(query.offset()).limit(query.limit()).toList();
            return new Reply(200, Map.of("content", page, "total", all.size(), "size", page.size()));
        }
    }

    /** What stands behind the question mark. */
    record Query(Map<String, String> members) {
        static Query of(@Nullable String text) {
            Map<String, String> members = new LinkedHashMap<>();
            for (String member : text == null ? new String[0] : text.split("&", -1)) {
                String[] parts = member.split("=", 2);
                members.put(parts[0], parts[1]);
            }
            return new Query(members);
        }

        long offset() {
            return Long.parseLong(members.getOrDefault("offset", "0"));
        }

        long limit() {
            return Long.parseLong(members.getOrDefault("limit", "50"));
        }

        boolean isForced() {
            return members.getOrDefault("force", "").equals("true");
        }

        boolean matches(Map<String, Object> thing) {
            for (String term : members.getOrDefault("q", "").split(";", -1)) {
                String[] parts = term.split("==", 2);
                if (!parts[1].equalsIgnoreCase(String.valueOf(thing.get(parts[0])))) {
                    return false;
                }
            }
            return true;
        }
    }
}
