package io.verge.messages.etsi;

import io.verge.messages.uper.CodecException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * How long a packet may stay in the network before it is dropped: a multiplier times a base (EN 302 636-4-1,
 * clause 9.6.4). The same time can be written in several ways, so both parts are kept.
 *
 * @param multiplier 0..63
 * @param base the unit
 */
public record Lifetime(int multiplier, Base base) {
    private static final int MAX_MULTIPLIER = 63;
    private static final String[] BASES = {"50ms", "1s", "10s", "100s"};

    /** The unit of a lifetime, in the order of its encoding. */
    public enum Base {
        /** 50 ms. */
        MS_50(0, 50),
        /** 1 s. */
        S_1(1, 1_000),
        /** 10 s. */
        S_10(2, 10_000),
        /** 100 s. */
        S_100(3, 100_000);

        private final int code;
        private final long milliseconds;

        Base(int code, long milliseconds) {
            this.code = code;
            this.milliseconds = milliseconds;
        }

        private static Base coded(int code) {
            return Arrays.stream(values())
                    .filter(base -> base.code == code)
                    .findFirst()
                    .orElseThrow();
        }

        /** The unit as a time. */
        public Duration duration() {
            return Duration.ofMillis(milliseconds);
        }
    }

    public Lifetime {
        Objects.requireNonNull(base, "base");
    }

    /**
     * The shortest lifetime that is not shorter than a time.
     *
     * @param time 0 s to 6300 s
     * @throws IllegalArgumentException when it is outside this range
     */
    public static Lifetime atLeast(Duration time) {
        if (time.isNegative() || time.compareTo(Base.S_100.duration().multipliedBy(MAX_MULTIPLIER)) > 0) {
            throw new IllegalArgumentException("lifetime " + time + " of 0 s to 6300 s");
        }
        for (Base base : Base.values()) {
            long multiplier = time.plus(base.duration()).minusNanos(1).dividedBy(base.duration());
            if (multiplier <= MAX_MULTIPLIER) {
                return new Lifetime((int) multiplier, base);
            }
        }
        throw new IllegalArgumentException("lifetime " + time + " of 0 s to 6300 s");
    }

    /** The lifetime as a time, 0 s to 6300 s. */
    public Duration duration() {
        return base.duration().multipliedBy(multiplier);
    }

    static Lifetime decode(FieldReader in) throws CodecException {
        return new Lifetime(in.number("multiplier", 6), Base.coded(in.index("base", 2, BASES)));
    }

    void encode(FieldWriter out) throws CodecException {
        out.unsigned("multiplier", multiplier, 6);
        out.index("base", base.code, 2, BASES);
    }
}
