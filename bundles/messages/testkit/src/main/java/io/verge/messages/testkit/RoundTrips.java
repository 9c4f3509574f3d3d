package io.verge.messages.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends random values of every type of a unit from JSON to octets and back: each must come back equal, in octets,
 * in JSON, and from JSON in the same octets again.
 */
public final class RoundTrips {
    private static final long SEED = 20_260_101;

    private final Unit unit;
    private final Codecs codecs;
    private long octets;
    private int values;
    private int longest;

    private RoundTrips(Unit unit, Codecs codecs) {
        this.unit = unit;
        this.codecs = codecs;
    }

    /**
     * Checks a unit; prints one line.
     *
     * @param names the types, {@code Types.names()}
     * @param codecs {@code Types::find}
     * @param messages the types that are messages, which get more values
     * @param perType number of values of each other type
     * @param perMessage number of values of a message
     */
    public static void check(
            Unit unit, List<String> names, Codecs codecs, List<String> messages, int perType, int perMessage)
            throws IOException {
        assertThat(names).isNotEmpty().containsAll(messages);
        RoundTrips trips = new RoundTrips(unit, codecs);
        Map<String, Definition> types = unit.types();
        for (String name : names) {
            Definition type = Objects.requireNonNull(types.get(name), name);
            trips.check(type, messages.contains(name) ? perMessage : perType);
        }
        System.out.println("%s: %d types, %d values, %d octets, the longest %d"
                .formatted(unit, names.size(), trips.values, trips.octets, trips.longest));
    }

    private void check(Definition type, int count) {
        Codec<?> codec = codecs.get(type.asnName());
        long seed = SEED + type.asnName().hashCode();
        RandomValues random = RandomValues.ofLaterEditionsToo(seed);
        for (int i = 0; i < count; i++) {
            Value value = random.next(type);
            String failure = failure(codec, JerText.toJer(value));
            if (failure != null) {
                throw new AssertionError("%s, seed %d, value %d: %s".formatted(unit, seed, i, failure));
            }
        }
        values += count;
    }

    private <T> @Nullable String failure(Codec<T> codec, String json) {
        try {
            T value = codec.parseJson(json);
            byte[] encoded = codec.encode(value);
            octets += encoded.length;
            longest = Math.max(longest, encoded.length);
            T decoded = codec.decode(encoded);
            String hex = HexFormat.of().formatHex(encoded);
            if (!decoded.equals(value) || decoded.hashCode() != value.hashCode()) {
                return "%s became %s, in JSON %s".formatted(json, hex, codec.formatJson(decoded));
            }
            T again = codec.parseJson(codec.formatJson(decoded));
            if (!again.equals(value)) {
                return json + " became in JSON " + codec.formatJson(decoded);
            }
            String second = HexFormat.of().formatHex(codec.encode(again));
            return second.equals(hex) ? null : "%s became %s, then %s".formatted(json, hex, second);
        } catch (CodecException e) {
            return e.getMessage() + " for " + json;
        }
    }
}
