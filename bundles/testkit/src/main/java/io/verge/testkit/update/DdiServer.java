package io.verge.testkit.update;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.verge.api.disk.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks DDI v1 as far as a box needs it. It is no hawkBit: it was written from a description of hawkBit's interface (our fact
 * sheet on updates, §3.2, after the sources of hawkBit), so it shows that we do what we believe, not that we believe the right thing. What a
 * real hawkBit was seen doing otherwise it does too: it answers 404 to feedback that does not name its action.
 */
public final class DdiServer implements Closeable {
    /** The release that it wants, as the version of a module {@code verge}. */
    public static final String RELEASE = "2026.12.1";

    /** What the box has told. */
    public record Told(String method, String path, String body) {}

    private static final String BASE = "/DEFAULT/controller/v1/box-1";

    private static final Pattern FEEDBACK = Pattern.compile("/(?:deploymentBase|cancelAction)/([^/]*)/feedback");

    private final HttpServer server;
    private final Map<String, String> links = new LinkedHashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Set<String> over = new HashSet<>();
    private String module = "verge";
    private String version = RELEASE;
    private String sleep = "00:05:00";
    private String tag = "\"1\"";
    private int status;
    private int refusal;
    private String patience = "";
    private String authorization = "";

    public DdiServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** What stands in deployments from now on, in the place of {@code verge} and {@link #RELEASE}. */
    public synchronized void module(String name, String itsVersion) {
        module = name;
        version = itsVersion;
    }

    /** Wants a release: action, download and update as of DDI, and files by name. */
    public synchronized void deploy(String action, String handling, Map<String, byte[]> artifacts) {
        offer("deploymentBase", "deployment", action, handling, artifacts);
    }

    /** Wants somebody to agree to a release. */
    public synchronized void askFor(String action, Map<String, byte[]> artifacts) {
        offer("confirmationBase", "confirmation", action, "forced", artifacts);
    }

    private void offer(String link, String body, String action, String handling, Map<String, byte[]> artifacts) {
        files.putAll(artifacts);
        String list = String.join(
                ",",
                artifacts.entrySet().stream()
                        .map(file -> artifact(file.getKey(), file.getValue()))
                        .toList());
        answers.put(
                BASE + "/" + link + "/" + action,
                """
                {"id":"%s","%s":{"download":"%s","update":"%s","maintenanceWindow":"available","chunks":[
                 {"part":"%s","version":"%s","name":"release","encrypted":false,"metadata":[],
                  "artifacts":[%s]}]},
                 "actionHistory":{"status":"RUNNING","messages":["sent"]}}"""
                        .formatted(action, body, handling, handling, module, version, list));
        link(link, uri() + BASE + "/" + link + "/" + action + "?c=-2129030598&actionHistory=2");
    }

    private String artifact(String name, byte[] content) {
        return """
                {"filename":"%s","hashes":{"sha1":"0","md5":"0","sha256":"%s"},"size":%d,"_links":{
                 "download":{"href":"%s/files/%s"},"md5sum":{"href":"%s/files/%s.MD5SUM"}}}"""
                .formatted(name, Sha256.of(content), content.length, uri(), name, uri(), name);
    }

    /** Has given an action up: what is told of it is answered with 410. */
    public synchronized void forget(String action) {
        over.add(action);
        unlink("deploymentBase");
    }

    /** Does not want an action any more, nor anything else until it is answered. */
    public synchronized void cancel(String action, String stops) {
        unlink("deploymentBase");
        answers.put(
                BASE + "/cancelAction/" + action,
                "{\"id\":\"%s\",\"cancelAction\":{\"stopId\":\"%s\"}}".formatted(action, stops));
        link("cancelAction", uri() + BASE + "/cancelAction/" + action);
    }

    /** Something in the answer to a poll, which is another one then. */
    public synchronized void link(String name, String href) {
        links.put(name, href);
        turnTag();
    }

    private void turnTag() {
        tag = "\"" + (Integer.parseInt(tag.replace("\"", "")) + 1) + "\"";
    }

    /** Wants nothing of a kind any more. */
    public synchronized void unlink(String name) {
        if (links.remove(name) != null) {
            turnTag();
        }
    }

    /** What it answers to a question for something below the box. */
    public synchronized void answer(String path, String body) {
        answers.put(BASE + path, body);
    }

    /** How often it wants to be asked. */
    public synchronized void sleep(String time) {
        sleep = time;
    }

    /** Answers so from now on; 0 for as it should. */
    public synchronized void status(int code, String retryAfter) {
        status = code;
        patience = retryAfter;
    }

    /** Answers so to what it is told from now on, and takes nothing; 0 for as it should. */
    public synchronized void refusePosts(int code) {
        refusal = code;
    }

    /** What it has taken, the oldest first. */
    public synchronized List<Told> told() {
        return List.copyOf(told);
    }

    /** The paths that it was asked for. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** What the box has shown last. */
    public synchronized String authorization() {
        return authorization;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (status != 0) {
            if (!patience.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", patience);
            }
            exchange.sendResponseHeaders(status, -1);
        } else if (method.equals("GET")) {
            asked.add(path);
            give(exchange, path);
        } else {
            exchange.sendResponseHeaders(take(new Told(method, path.substring(BASE.length()), body)), -1);
        }
        exchange.close();
    }

    private int take(Told letter) {
        if (refusal != 0) {
            return refusal;
        }
        Matcher feedback = FEEDBACK.matcher(letter.path());
        if (feedback.matches()) {
            if (!letter.body().contains("\"id\":\"" + feedback.group(1) + "\"")) {
                return 404;
            }
            if (over.contains(feedback.group(1))) {
                return 410;
            }
        }
        told.add(letter);
        if (letter.path().startsWith("/cancelAction/")) {
            unlink("cancelAction");
        }
        return 200;
    }

    private void give(HttpExchange exchange, String path) throws IOException {
        if (path.equals(BASE) && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else if (path.equals(BASE)) {
            exchange.getResponseHeaders().set("ETag", tag);
            send(exchange, root().getBytes(StandardCharsets.UTF_8));
        } else {
            byte[] content = content(path);
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                send(exchange, content);
            }
        }
    }

    private byte @Nullable [] content(String path) {
        String answer = answers.get(path);
        if (answer != null) {
            return answer.getBytes(StandardCharsets.UTF_8);
        }
        return path.startsWith("/files/") ? files.get(path.substring("/files/".length())) : null;
    }

    private String root() {
        String list = String.join(
                ",",
                links.entrySet().stream()
                        .map(link -> "\"%s\":{\"href\":\"%s\"}".formatted(link.getKey(), link.getValue()))
                        .toList());
        return "{\"config\":{\"polling\":{\"sleep\":\"%s\"}},\"_links\":{%s}}".formatted(sleep, list);
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/hal+json;charset=UTF-8");
        exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
