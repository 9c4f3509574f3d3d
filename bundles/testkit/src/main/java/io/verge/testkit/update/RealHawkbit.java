package io.verge.testkit.update;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Scanner;

/**
 * A hawkBit server as a process of its own, and whoever manages it. Its jars are those that {@code src/main/hawkbit/pom.xml} of this module
 * fetches. One thread.
 */
public final class RealHawkbit implements Closeable {
    private static final Path JARS = Path.of(System.getProperty("user.home"), ".cache", "verge", "peers", "hawkbit");
    private static final Path SOURCE = Path.of("bundles", "testkit", "src", "main", "hawkbit");
    /** Who may do all there, and the password. */
    public static final String ADMIN = "admin:admin";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Scanner said;
    private final URI server;

    private RealHawkbit(Process process) throws Exception {
        this.process = process;
        said = new Scanner(process.getInputStream(), StandardCharsets.UTF_8);
        server = URI.create("http://localhost:" + port());
        Thread reader = new Thread(this::hearOut, "hawkbit-says");
        reader.setDaemon(true);
        reader.start();
    }

    /** Makes the types of which {@link #release} makes something. */
    public void types() throws Exception {
        String moduleType =
                create("softwaremoduletypes", "{\"key\":\"verge\",\"name\":\"Verge release\",\"maxAssignments\":1}");
        create(
                "distributionsettypes",
                "{\"key\":\"verge\",\"name\":\"Verge\",\"mandatorymodules\":[{\"id\":" + moduleType + "}]}");
    }

    /**
     * Starts one, or leaves the tests out when its jars are not there.
     *
     * @param files a folder for what is uploaded
     */
    public static RealHawkbit start(Path files) throws Exception {
        assumeTrue(Files.isDirectory(JARS), "hawkBit is not there: see " + SOURCE.resolve("pom.xml"));
        Path source = source();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // Its Spring defines classes of its own.
                "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        command.addAll(List.of("-cp", source + ":" + JARS.resolve("*")));
        command.addAll(List.of(source.resolve("HawkbitServer.java").toString(), files.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            return new RealHawkbit(process);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Modules are tested in their own folders, which lie below the one of all sources. */
    private static Path source() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(SOURCE))) {
                return folder.resolve(SOURCE);
            }
        }
        throw new IllegalStateException(SOURCE + " is neither here nor above");
    }

    private String port() {
        StringBuilder all = new StringBuilder();
        while (said.hasNextLine()) {
            String line = said.nextLine();
            all.append(line).append('\n');
            if (line.startsWith("port ")) {
                return line.substring(5);
            }
        }
        throw new IllegalStateException("hawkBit does not start:\n" + all);
    }

    /** Whoever says much to nobody waits in the end until somebody listens. */
    private void hearOut() {
        while (said.hasNextLine()) {
            said.nextLine();
        }
    }

    /** Where it listens. */
    public URI uri() {
        return server;
    }

    /** A distribution set of one module with files, for a release. */
    public String release(String version, Map<String, byte[]> files) throws Exception {
        String module =
                create("softwaremodules", "{\"name\":\"release\",\"type\":\"verge\",\"version\":\"" + version + "\"}");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            upload(module, file.getKey(), file.getValue());
        }
        return create(
                "distributionsets",
                "{\"name\":\"release\",\"type\":\"verge\",\"version\":\"" + version + "\",\"modules\":[{\"id\":"
                        + module + "}]}");
    }

    private void upload(String module, String name, byte[] content) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        send(to("softwaremodules/" + module + "/artifacts")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A box that shows this token. */
    public void box(String name, String token) throws Exception {
        create(
                "targets",
                "{\"controllerId\":\"" + name + "\",\"name\":\"" + name + "\",\"securityToken\":\"" + token + "\"}");
    }

    /**
     * Wants a release on a box.
     *
     * @param more further fields of the assignment, such as {@code "type":"soft"}
     * @return the action
     */
    public String assign(String box, String release, String more) throws Exception {
        String answer = send(json("targets/" + box + "/assignedDS", "{\"id\":" + release + "," + more + "}"));
        return String.valueOf(list(answer, "assignedActions").get(0).get("id"));
    }

    /**
     * Takes an action back.
     *
     * @param byForce gives up what has been taken back already, without the box
     */
    public void cancel(String box, String action, boolean byForce) throws Exception {
        send(to("targets/" + box + "/actions/" + action + "?force=" + byForce).DELETE());
    }

    /** What it knows of a box: {@code pending}, {@code in_sync}, {@code error}. */
    public String status(String box) throws Exception {
        return String.valueOf(object(send(to("targets/" + box).GET())).get("updateStatus"));
    }

    /** The actions of a box, the oldest first. */
    public List<String> actions(String box) throws Exception {
        return list(send(to("targets/" + box + "/actions?sort=id:ASC&limit=100").GET()), "content").stream()
                .map(action -> String.valueOf(action.get("id")))
                .toList();
    }

    /** Whether the box has not ended an action yet. */
    public boolean isOpen(String box, String action) throws Exception {
        Map<String, Object> found =
                object(send(to("targets/" + box + "/actions/" + action).GET()));
        return "pending".equals(found.get("status"));
    }

    /** What it wrote down of an action, the oldest first: {@code type: messages}. */
    public List<String> history(String box, String action) throws Exception {
        String path = "targets/" + box + "/actions/" + action + "/status?sort=id:ASC&limit=100";
        return list(send(to(path).GET()), "content").stream()
                .map(entry -> entry.get("type") + ": " + entry.get("messages"))
                .toList();
    }

    /** What a box has told of itself. */
    public Map<String, Object> attributes(String box) throws Exception {
        return object(send(to("targets/" + box + "/attributes").GET()));
    }

    private String create(String what, String body) throws Exception {
        List<?> made = (List<?>) JSON.std.anyFrom(send(json(what, "[" + body + "]")));
        return String.valueOf(((Map<?, ?>) made.get(0)).get("id"));
    }

    private static List<Map<?, ?>> list(String json, String name) throws IOException {
        Object found = object(json).get(name);
        return found instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList()
                : List.of();
    }

    private static Map<String, Object> object(String json) throws IOException {
        return JSON.std.mapFrom(json);
    }

    private HttpRequest.Builder json(String path, String body) {
        return to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve("/rest/v1/" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(ADMIN.getBytes(StandardCharsets.UTF_8)));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(response.request().uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        process.onExit().join();
    }
}
