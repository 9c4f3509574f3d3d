package io.verge.driver.radar.ti.internal;

import io.verge.api.time.Clock;
import io.verge.device.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The configuration link: a command line for people. The radar echoes a line, answers {@code Done} or an error, and shows its
 * prompt; the next line may follow then.
 */
final class CliSession {
    /** How long an answer may take. */
    static final Duration LIMIT = Duration.ofSeconds(1);

    /** The start of the sensor calibrates its radio part first. */
    static final Duration START_LIMIT = Duration.ofSeconds(3);

    /** For the prompt after {@code Done}, and for what is still on the way before the first line. */
    private static final Duration QUIET = Duration.ofMillis(50);

    private static final int MAX_ANSWER = 4096;
    private static final String PROMPT = ":/>";

    private final Connection connection;
    private final Clock clock;
    private final ByteBuffer piece = ByteBuffer.allocate(512);

    CliSession(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Sends all lines, each after the answer to the one before.
     *
     * @throws IOException names the line that was refused or not answered; those after it are not sent
     */
    void configure(CliProfile profile) throws IOException, InterruptedException {
        for (int left = MAX_ANSWER; left > 0; ) {
            int stale = read(QUIET).length();
            left = stale == 0 ? 0 : left - stale;
        }
        for (CliProfile.Line line : profile.lines()) {
            send(line);
        }
    }

    private void send(CliProfile.Line line) throws IOException, InterruptedException {
        connection.write(ByteBuffer.wrap((line.text() + "\n").getBytes(StandardCharsets.ISO_8859_1)));
        Duration limit = line.text().startsWith("sensorStart") ? START_LIMIT : LIMIT;
        long begin = clock.nanoTime();
        StringBuilder answer = new StringBuilder();
        boolean done = false;
        while (answer.indexOf(PROMPT) < 0) {
            Duration left = limit.minusNanos(clock.nanoTime() - begin);
            String more = left.isNegative() ? "" : read(done ? QUIET : left);
            if (more.isEmpty() || answer.length() > MAX_ANSWER) {
                if (done) {
                    return;
                }
                throw failure(line, "no answer within " + limit.toMillis() + " ms");
            }
            answer.append(more);
            done = done(line, answer.toString());
        }
    }

    /** What has come; empty when the time is over. */
    private String read(Duration timeout) throws IOException, InterruptedException {
        piece.clear();
        int count = connection.read(piece, timeout);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (count == Connection.END) {
            throw new IOException("the radar's configuration link has ended");
        }
        return StandardCharsets.ISO_8859_1.decode(piece.flip()).toString();
    }

    private static boolean done(CliProfile.Line line, String answer) throws IOException {
        int at = 0;
        for (int end = answer.indexOf('\n'); end >= 0; end = answer.indexOf('\n', at)) {
            String said = answer.substring(at, end).strip();
            if (refuses(said, line.text())) {
                throw failure(line, "the radar answers '" + said + "'");
            }
            if (said.equals("Done")) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    /** The echo of a line is no answer. */
    private static boolean refuses(String said, String sent) {
        return said.contains("not recognized") || (said.contains("Error") && !said.endsWith(sent));
    }

    private static IOException failure(CliProfile.Line line, String reason) {
        return new IOException("radar profile line " + line.number() + " '" + line.text() + "': " + reason);
    }
}
