package io.verge.transfer.source;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server with one file, on the loopback interface, that does what it is told. */
public final class FileServer implements Closeable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final byte[] file;
    private final HttpServer server;
    private final Map<String, String> headers = new HashMap<>();
    private final Set<InetSocketAddress> peers = new HashSet<>();
    private String lastPath = "";
    private Headers lastHeaders = new Headers();
    private String tag = "\"one\"";
    private String contentRange = "";
    private boolean ranges = true;
    private int status;
    private int redirects;
    private int requests;

    public FileServer(byte[] file) throws IOException {
        this.file = file;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/files/", this::answer);
        server.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Of the folder with the file. */
    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/files/");
    }

    synchronized void withoutRanges() {
        ranges = false;
    }

    synchronized void tag(String other) {
        tag = other;
    }

    synchronized void answer(int code) {
        status = code;
    }

    synchronized void answer(int code, String header, String value) {
        status = code;
        headers.put(header, value);
    }

    synchronized void header(String name, String value) {
        headers.put(name, value);
    }

    synchronized void contentRange(String value) {
        contentRange = value;
    }

    synchronized void redirect(int times) {
        redirects = times;
    }

    synchronized int requests() {
        return requests;
    }

    synchronized int connections() {
        return peers.size();
    }

    synchronized String lastPath() {
        return lastPath;
    }

    synchronized String lastHeader(String name) {
        String value = lastHeaders.getFirst(name);
        return value == null ? "" : value;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        lastPath = exchange.getRequestURI().getPath();
        lastHeaders = new Headers();
        lastHeaders.putAll(exchange.getRequestHeaders());
        requests++;
        peers.add(exchange.getRemoteAddress());
        headers.forEach(exchange.getResponseHeaders()::set);
        if (redirects > 0) {
            redirects--;
            exchange.getResponseHeaders().set("Location", "/files/elsewhere" + redirects);
            exchange.sendResponseHeaders(302, -1);
        } else if (status != 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            giveFile(exchange);
        }
        exchange.close();
    }

    private void giveFile(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", tag);
        Matcher range = RANGE.matcher(lastHeader("Range"));
        String condition = lastHeader("If-Range");
        if (!ranges || !range.matches() || !(condition.isEmpty() || condition.equals(tag))) {
            send(exchange, 200, file);
            return;
        }
        int from = Integer.parseInt(range.group(1));
        int to = Math.min(file.length, Integer.parseInt(range.group(2)) + 1);
        String given = "bytes " + from + "-" + (to - 1) + "/" + file.length;
        exchange.getResponseHeaders().set("Content-Range", contentRange.isEmpty() ? given : contentRange);
        send(exchange, 206, Arrays.copyOfRange(file, from, to));
    }

    private static void send(HttpExchange exchange, int code, byte[] content) throws IOException {
        exchange.sendResponseHeaders(code, content.length);
        exchange.getResponseBody().write(content);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
