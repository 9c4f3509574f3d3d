package io.verge.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.itests.devices.Seeds;
import io.verge.profile.AttributeType;
import io.verge.profile.ComponentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
            String good = new String(Drivers.octets(file), StandardCharsets.UTF_8);
            seeds.add(List.of(
                    good, good.replace(" description=", " d:x="), good.replace("type=\"String\"", "type=\"x\"")));
        }
        return seeds.stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void file(byte[] input) {
        try {
            List<ComponentType> components = MetatypeReader.read("f.xml", new ByteArrayInputStream(input));
            for (ComponentType component : components) {
                assertThat(component.pid()).isNotEmpty();
                assertThat(component.attributes()).hasSizeLessThanOrEqualTo(input.length / LEAST_ATTRIBUTE);
                for (AttributeType attribute : component.attributes()) {
                    assertThat(attribute.key()).isNotEmpty();
                }
            }
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
