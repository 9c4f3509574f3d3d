package io.verge.driver.camera.flir.internal;

import io.verge.api.time.Clock;
import io.verge.device.Connection;
import io.verge.device.Greeting;
import io.verge.device.MessageTooLargeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the camera for its tracks after each connect, as it forgets who asked when a connection ends. */
final class FlirSubscription implements Greeting {
    /** How long the answer may take. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    static final String REQUEST = "{\"messageType\":\"Subscription\",\"subscription\":{\"type\":\"Data\","
            + "\"action\":\"Subscribe\",\"inclusions\":[{\"type\":\"" + FlirDecoder.TYPE + "\"}]}}";

    private final FlirReader reader = new FlirReader();
    private final Clock clock;

    FlirSubscription(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void greet(Connection connection) throws IOException, InterruptedException {
        connection.write(ByteBuffer.wrap(REQUEST.getBytes(StandardCharsets.UTF_8)));
        ByteBuffer answer = ByteBuffer.allocate(FlirReader.MAX_MESSAGE);
        long begin = clock.nanoTime();
        while (true) {
            Duration left = LIMIT.minusNanos(clock.nanoTime() - begin);
            if (left.isNegative() || !answered(connection, answer.clear(), left)) {
                throw new IOException("the camera did not answer the subscription within " + LIMIT.toSeconds() + " s");
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (accepts(answer.flip())) {
                return;
            }
        }
    }

    /** Reads a message; false when none came in time. */
    private static boolean answered(Connection connection, ByteBuffer answer, Duration left) throws IOException {
        try {
            int count = connection.read(answer, left);
            if (count == Connection.END) {
                throw new IOException("the camera closed the connection instead of answering the subscription");
            }
            return count > 0;
        } catch (MessageTooLargeException e) {
            answer.clear();
            return true; // Not the answer: an empty message is none either.
        }
    }

    /** Data is as good as an answer: there are cameras that send it without one. */
    private boolean accepts(ByteBuffer answer) throws IOException {
        FlirMessage message = reader.read(answer);
        if (message == null) {
            return false;
        }
        if (message.kind().equals("Subscription") && !message.returnValue().equals("OK")) {
            throw new IOException("the camera answers the subscription with '" + message.returnValue() + "'");
        }
        return message.kind().equals("Subscription") || message.kind().equals("Data");
    }
}
