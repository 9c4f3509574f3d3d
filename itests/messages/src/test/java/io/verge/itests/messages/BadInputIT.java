package io.verge.itests.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.messages.testkit.BadInput;
import io.verge.messages.testkit.Codecs;
import io.verge.messages.uper.Codec;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for bad input hold for every type of every edition, not only for whole frames. */
class BadInputIT {
    private static final long SEED = 20_240_229;
    private static final int[] SIZES = {0, 1, 2, 7, 8, 9, 40, 300, 2_000, 70_000};

    static Stream<Arguments> units() {
        return Stream.of(
                Arguments.of("T/CSAE 53 2019", io.verge.messages.csae.edition2019.Types.names(), (Codecs)
                        io.verge.messages.csae.edition2019.Types::find),
                Arguments.of("T/CSAE 53 2020", io.verge.messages.csae.edition2020.Types.names(), (Codecs)
                        io.verge.messages.csae.edition2020.Types::find),
                Arguments.of("SAE J2735", io.verge.messages.sae.j2735.Types.names(), (Codecs)
                        io.verge.messages.sae.j2735.Types::find),
                Arguments.of("CAM, DENM", io.verge.messages.etsi.release1.Types.names(), (Codecs)
                        io.verge.messages.etsi.release1.Types::find),
                Arguments.of("CAM, DENM of 2016", io.verge.messages.etsi.release1v2016.Types.names(), (Codecs)
                        io.verge.messages.etsi.release1v2016.Types::find),
                Arguments.of("TS 103 301", io.verge.messages.etsi.infrastructure.Types.names(), (Codecs)
                        io.verge.messages.etsi.infrastructure.Types::find),
                Arguments.of("CPM", io.verge.messages.etsi.cpm.Types.names(), (Codecs)
                        io.verge.messages.etsi.cpm.Types::find),
                Arguments.of("CPM over CDD 2.4.1", io.verge.messages.etsi.cpm241.Types.names(), (Codecs)
                        io.verge.messages.etsi.cpm241.Types::find));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("units")
    void anyOctetsAreAValueOrAnErrorWithItsPlace(String unit, List<String> names, Codecs codecs) {
        SplittableRandom random = new SplittableRandom(SEED);
        int inputs = 0;
        int values = 0;
        for (String name : names) {
            Codec<?> codec = codecs.get(name);
            for (int size : SIZES) {
                for (byte[] input : inputs(size, random)) {
                    inputs++;
                    values += BadInput.check(codec, input) ? 1 : 0;
                }
            }
        }
        System.out.printf(
                "bad input: %s: %d types, %d inputs, %d of them values%n", unit, names.size(), inputs, values);
        assertThat(inputs).isEqualTo(names.size() * SIZES.length * 5);
    }

    /** Zeros and ones reach the extremes of sizes and presence bits; sparse bits reach deep into a type. */
    private static List<byte[]> inputs(int size, SplittableRandom random) {
        byte[] zeros = new byte[size];
        byte[] ones = new byte[size];
        Arrays.fill(ones, (byte) 0xFF);
        byte[] any = new byte[size];
        random.nextBytes(any);
        byte[] sparse = new byte[size];
        byte[] dense = ones.clone();
        for (int i = 0; i < size; i++) {
            sparse[i] = (byte) (1 << random.nextInt(16));
            dense[i] = (byte) ~(1 << random.nextInt(16));
        }
        return List.of(zeros, ones, any, sparse, dense);
    }
}
