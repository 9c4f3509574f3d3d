package io.verge.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.itests.devices.Seeds;
import io.verge.profile.ComponentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bundle says of its components. Whatever it says: it is read, or refused with an IOException. */
class MetatypeFuzzIT {
    private static final int LEAST_ATTRIBUTE = 10;

    static Stream<Arguments> file() throws IOException {
        Seeds seeds = new Seeds();
        for (String file : Drivers.FILES) {
            seeds.add(Drivers.octets(file));
        }
        return seeds.stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "60s")
    void file(byte[] input) {
        try {
            List<ComponentType> components = MetatypeReader.read("f.xml", new ByteArrayInputStream(input));
            assertThat(components).allSatisfy(component -> {
                assertThat(component.pid()).isNotNull();
                assertThat(component.attributes()).hasSizeLessThanOrEqualTo(input.length / LEAST_ATTRIBUTE);
            });
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
