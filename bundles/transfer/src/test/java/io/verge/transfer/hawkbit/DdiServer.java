package io.verge.transfer.hawkbit;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A server that speaks DDI v1 as far as a box needs it. It is no hawkBit: it was written from a description of hawkBit's interface (our fact
 * sheet on updates, §3.2, after the sources of hawkBit), so it shows that we do what we believe, not that we believe the right thing.
 */
final class DdiServer implements Closeable {
    /** What the box has told. */
    record Told(String method, String path, String body) {}

    private static final String BASE = "/DEFAULT/controller/v1/box-1";

    private final HttpServer server;
    private final Map<String, String> links = new LinkedHashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private String sleep = "00:05:00";
    private String tag = "\"1\"";
    private int status;
    private String patience = "";
    private String authorization = "";

    DdiServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Wants a release: action, download and update as of DDI, and files by name. */
    synchronized void deploy(String action, String handling, Map<String, byte[]> artifacts) {
        offer("deploymentBase", "deployment", action, handling, artifacts);
    }

    /** Wants somebody to agree to a release. */
    synchronized void askFor(String action, Map<String, byte[]> artifacts) {
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
                 {"part":"verge","version":"2026.12.1","name":"release","encrypted":false,"metadata":[],
                  "artifacts":[%s]}]},
                 "actionHistory":{"status":"RUNNING","messages":["sent"]}}"""
                        .formatted(action, body, handling, handling, list));
        link(link, uri() + BASE + "/" + link + "/" + action + "?c=-2129030598&actionHistory=2");
    }

    private String artifact(String name, byte[] content) {
        return """
                {"filename":"%s","hashes":{"sha1":"0","md5":"0","sha256":"%s"},"size":%d,"_links":{
                 "download":{"href":"%s/files/%s"},"md5sum":{"href":"%s/files/%s.MD5SUM"}}}"""
                .formatted(name, Sha256.of(content), content.length, uri(), name, uri(), name);
    }

    synchronized void cancel(String action, String stops) {
        answers.put(
                BASE + "/cancelAction/" + action,
                "{\"id\":\"%s\",\"cancelAction\":{\"stopId\":\"%s\"}}".formatted(action, stops));
        link("cancelAction", uri() + BASE + "/cancelAction/" + action);
    }

    /** Something in the answer to a poll, which is another one then. */
    synchronized void link(String name, String href) {
        links.put(name, href);
        tag = "\"" + (Integer.parseInt(tag.replace("\"", "")) + 1) + "\"";
    }

    synchronized void answer(String path, String body) {
        answers.put(BASE + path, body);
    }

    synchronized void sleep(String time) {
        sleep = time;
    }

    /** Answers so from now on; 0 for as it should. */
    synchronized void status(int code, String retryAfter) {
        status = code;
        patience = retryAfter;
    }

    synchronized List<Told> told() {
        return List.copyOf(told);
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized String authorization() {
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
            told.add(new Told(method, path.substring(BASE.length()), body));
            exchange.sendResponseHeaders(200, -1);
        }
        exchange.close();
    }

    private void give(HttpExchange exchange, String path) throws IOException {
        if (path.equals(BASE) && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else if (path.equals(BASE)) {
            exchange.getResponseHeaders().set("ETag", tag);
            send(exchange, root().getBytes(StandardCharsets.UTF_8));
        } else if (path.startsWith("/files/") && files.containsKey(path.substring(7))) {
            send(exchange, files.get(path.substring(7)));
        } else if (answers.containsKey(path)) {
            send(exchange, answers.get(path).getBytes(StandardCharsets.UTF_8));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
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
