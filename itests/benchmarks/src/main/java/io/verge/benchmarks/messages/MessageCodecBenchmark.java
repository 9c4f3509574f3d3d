package io.verge.benchmarks.messages;

import io.verge.messages.uper.CodecException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Time to decode and to encode one message. Reader and writer are kept from message to message, so that
 * what is allocated is the message itself: its records when decoding, its octets when encoding.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms512m", "-Xmx512m"})
@NullUnmarked // JMH sets the fields
public class MessageCodecBenchmark {
    private static final int ROUNDS = 2_000;

    /** The message, by its name in {@link SampleKind}. */
    @Param
    public SampleKind message;

    private final List<Sample<?>> others = new ArrayList<>();
    private Sample<?> sample;

    /**
     * Builds the message. All messages are decoded and encoded for a while, as in a process that sees them
     * all: code that was compiled for one message only would be faster than what an application gets.
     */
    @Setup
    public void build(Blackhole hole) throws CodecException {
        sample = Sample.of(message);
        for (SampleKind kind : SampleKind.values()) {
            others.add(Sample.of(kind));
        }
        for (int i = 0; i < ROUNDS; i++) {
            for (Sample<?> other : others) {
                hole.consume(other.decode());
                hole.consume(other.encode());
            }
        }
    }

    /** Octets to records. */
    @Benchmark
    public Object decode() throws CodecException {
        return sample.decode();
    }

    /** Records to octets. */
    @Benchmark
    public byte[] encode() throws CodecException {
        return sample.encode();
    }
}
