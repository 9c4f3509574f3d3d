package io.verge.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/** Whatever a file holds, the answer is a map or problems, never both and never an exception. */
class HostileMapTest {
    private static final byte[] GOOD = SampleMap.text().getBytes(StandardCharsets.UTF_8);

    private @Nullable Path file;

    @BeforeProperty
    void open() throws IOException {
        file = Files.createTempFile("map", ".geojson");
    }

    @AfterProperty
    void delete() throws IOException {
        if (file != null) {
            Files.delete(file);
        }
    }

    private void mapOrProblems(byte[] octets) {
        MapFile.Result result;
        try {
            result = MapFile.read(Files.write(Objects.requireNonNull(file), octets), SampleMap.FRAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(result.map().isPresent()).isEqualTo(result.problems().isEmpty());
    }

    @Property(tries = 300)
    void ofGarbage(@ForAll @Size(max = 200) byte[] garbage) {
        mapOrProblems(garbage);
    }

    @Property(tries = 300)
    void ofAGoodMapThatWasCutOff(@ForAll @IntRange(max = 3400) int length) {
        mapOrProblems(Arrays.copyOf(GOOD, Math.min(length, GOOD.length)));
    }

    @Property(tries = 1000)
    void ofAGoodMapWithSomeOctetsChanged(
            @ForAll @Size(max = 4) List<@IntRange(max = 1_000_000) Integer> places, @ForAll byte by) {
        byte[] octets = GOOD.clone();
        places.forEach(place -> octets[place % octets.length] = by);
        mapOrProblems(octets);
    }

    @Property(tries = 500)
    void ofAGoodMapWithAPieceMovedElsewhere(
            @ForAll @IntRange(max = 1_000_000) int from,
            @ForAll @IntRange(max = 1_000_000) int to,
            @ForAll @IntRange(max = 400) int length) {
        byte[] octets = GOOD.clone();
        int source = from % octets.length;
        int target = to % octets.length;
        int most = octets.length - Math.max(source, target);
        System.arraycopy(GOOD, source, octets, target, Math.min(length, most));
        mapOrProblems(octets);
    }
}
