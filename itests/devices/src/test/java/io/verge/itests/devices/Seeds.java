package io.verge.itests.devices;

import io.verge.testkit.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.opentest4j.TestAbortedException;

/** Inputs to start a fuzz test from: recordings of others when they are there, and small ones of the test's own. */
public final class Seeds {
    private final Stream.Builder<Arguments> inputs = Stream.builder();

    /** Nothing but the empty input. */
    public Seeds() {
        add(new byte[0]);
    }

    /** Adds an input made of these parts. */
    public Seeds add(byte[]... parts) {
        inputs.add(Arguments.of((Object) join(parts)));
        return this;
    }

    /** Adds texts, each an input. */
    public Seeds add(List<String> texts) {
        texts.forEach(text -> add(text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** For a fuzz test's method source. */
    public Stream<Arguments> stream() {
        return inputs.build();
    }

    /** The first octets of a file of the data folder; empty when it is absent. */
    public static Optional<byte[]> data(String file, int most) throws IOException {
        try {
            byte[] octets = Files.readAllBytes(DataFolder.file(file));
            return Optional.of(Arrays.copyOf(octets, Math.min(octets.length, most)));
        } catch (TestAbortedException e) {
            return Optional.empty();
        }
    }

    /** One behind the other. */
    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
