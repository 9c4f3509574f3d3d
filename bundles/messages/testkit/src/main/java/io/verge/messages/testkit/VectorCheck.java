package io.verge.messages.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.testkit.Vectors.Vector;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts vectors through codecs: every one decodes to the values of its oracle, comes back equal from JSON, and
 * every canonical one encodes to its own octets. Counts by family and type; collects what fails.
 *
 * <p>For use by one thread.
 */
public final class VectorCheck {
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Tally total = new Tally();
    private final List<String> failures = new ArrayList<>();

    private static final class Tally {
        private int vectors;
        private int decoded;
        private int matching;
        private int raw;
        private int reencoded;

        @Override
        public String toString() {
            return "%d vectors: %d decoded / %d matching the oracle (%d open types kept raw) / %d re-encoded"
                    .formatted(vectors, decoded, matching, raw, reencoded);
        }
    }

    /** Checks one vector that its codec must understand. */
    public <T> void understood(Vector vector, Codec<T> codec) {
        Tally tally = tallies.computeIfAbsent(vector.family() + " " + vector.message(), key -> new Tally());
        tally.vectors++;
        total.vectors++;
        try {
            T value = codec.decode(vector.octets());
            tally.decoded++;
            total.decoded++;
            String json = codec.formatJson(value);
            compare(vector, json, tally);
            if (!codec.parseJson(json).equals(value)) {
                failures.add(name(vector) + ": another value from its JSON " + json);
            }
            encode(vector, codec.encode(value), tally);
        } catch (CodecException e) {
            failures.add(name(vector) + ": " + e.getMessage());
        }
    }

    private void compare(Vector vector, String json, Tally tally) {
        if (vector.oracle() == null) {
            failures.add(name(vector) + " has no oracle");
            return;
        }
        Comparison comparison = Oracle.compare(json, vector.oracle());
        comparison.differences().stream().limit(5).forEach(each -> failures.add(name(vector) + each));
        tally.raw += comparison.raw();
        if (comparison.differences().isEmpty() && comparison.leaves() > 0) {
            tally.matching++;
            total.matching++;
        }
    }

    private void encode(Vector vector, byte[] octets, Tally tally) {
        String hex = HexFormat.of().formatHex(octets);
        if (hex.equals(vector.hex())) {
            tally.reencoded++;
            total.reencoded++;
        } else if (vector.canonical()) {
            failures.add(name(vector) + " encodes to " + hex);
        }
    }

    /** Checks one vector that its codec must refuse. */
    public <T> void refused(Vector vector, Codec<T> codec) {
        try {
            failures.add(name(vector) + ": refused by no check, but read as " + codec.decode(vector.octets()));
        } catch (CodecException e) {
            assertThat(e.getMessage()).contains(codec.name());
        }
    }

    private static String name(Vector vector) {
        String hex = vector.hex();
        return vector.message() + " " + hex.substring(0, Math.min(24, hex.length())) + "… (" + vector.edition() + ")";
    }

    /** Number of vectors that had to be understood. */
    public int vectors() {
        return total.vectors;
    }

    /** Number of vectors that decoded. */
    public int decoded() {
        return total.decoded;
    }

    /** Number of vectors whose decode is that of their oracle. */
    public int matching() {
        return total.matching;
    }

    /** Number of vectors that encoded to their own octets. */
    public int reencoded() {
        return total.reencoded;
    }

    /** One line for each family and kind of message. */
    public String report() {
        StringBuilder report = new StringBuilder();
        tallies.forEach(
                (key, tally) -> report.append(key).append(", ").append(tally).append('\n'));
        return report.toString();
    }

    /** What went wrong; empty when all is well. */
    public List<String> failures() {
        return Collections.unmodifiableList(failures);
    }
}
