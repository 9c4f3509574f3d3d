package io.verge.authority.serve;

import io.verge.authority.json.JsonObject;
import io.verge.mqtt.Arrival;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that a box asks for.
 *
 * @param answer topic of the answer
 * @param path as the box calls the file; not checked here
 * @param from the first octet
 * @param to behind the last
 * @param expires when the answer is of no use any more
 */
record Request(String box, String answer, String path, long from, long to, Instant expires) {
    /** Octets that may be asked for at once. */
    static final int MOST = 256 << 10;

    private static final Pattern TOPIC = Pattern.compile(
            "verge/v1/([a-z0-9][a-z0-9-]{0,62})/([a-z0-9][a-z0-9-]{0,62})/file/([a-z0-9][a-z0-9-]{0,62})/range");
    private static final Duration USUAL = Duration.ofSeconds(60);

    /** Where the answer goes; empty when the topic is none of requests. */
    static Optional<String> answer(String topic) {
        Matcher matcher = TOPIC.matcher(topic);
        return matcher.matches()
                ? Optional.of(topic.substring(0, topic.length() - "range".length()) + "data")
                : Optional.empty();
    }

    /** @throws IOException when it is not as the contract says; says what was expected */
    static Request read(Arrival arrival, String answer, Instant now) throws IOException {
        JsonObject request = JsonObject.read(arrival.content());
        long from = request.whole("from");
        long to = request.whole("to");
        if (from < 0 || to <= from || to - from > MOST) {
            throw new IOException("from, to: 1 to " + MOST + " octets were expected");
        }
        Duration expiry = arrival.expiry();
        String[] levels = arrival.topic().split("/", -1);
        return new Request(
                levels[2] + "/" + levels[3],
                answer,
                request.text("path"),
                from,
                to,
                now.plus(expiry == null ? USUAL : expiry));
    }
}
