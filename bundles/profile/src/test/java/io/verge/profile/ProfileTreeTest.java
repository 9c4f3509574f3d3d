package io.verge.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.profile.ProfileTree.Plain;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileTreeTest {
    @Test
    void keepsOrderAndTypes() {
        Map<String, Object> tree = read(
                """
                box: {id: wuhan-0417, latitude: 30.5, elevation: 21.0}
                map: crossing.geojson # lanes
                apps:
                  signal-phase: {}
                  sensor-sharing: {rate: 10, shares: [a, 'b c'], on: true}
                """);

        assertThat(tree.keySet()).containsExactly("box", "map", "apps");
        assertThat(tree.get("map")).isEqualTo("crossing.geojson");
        assertThat(at(tree, "box").get("elevation")).isEqualTo(new BigDecimal("21.0"));
        assertThat(at(tree, "apps").get("sensor-sharing"))
                .isEqualTo(Map.of("rate", BigDecimal.TEN, "shares", List.of("a", "b c"), "on", true));
    }

    @Test
    void keepsTheVeryCharactersOfWhatJsonHasNoNotationFor() {
        Map<String, Object> tree = read("x: {a: 0417, b: 0x1F, c: TRUE, d: '0417', e: 1e3}");

        assertThat(at(tree, "x"))
                .containsEntry("a", new Plain("0417"))
                .containsEntry("b", new Plain("0x1F"))
                .containsEntry("c", new Plain("TRUE"))
                .containsEntry("d", "0417")
                .containsEntry("e", new Plain("1e3"));
        assertThat(ProfileTree.read(ProfileTree.write(tree))).isEqualTo(tree);
    }

    @Test
    void takesNothingForNull() {
        assertThat(read("apps:\n  signal-phase:\n").get("apps")).isEqualTo(mapOfNull("signal-phase"));
    }

    @Test
    void refusesWhatIsNoBlockOfSections() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("- a\n- b\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> read("a: {b: [}"));
        assertThatIllegalArgumentException().isThrownBy(() -> read("a: 1\na: 2\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> read(""));
    }

    @Property(tries = 200)
    void readsWhatItHasWritten(@ForAll("trees") Map<String, Object> tree) {
        assertThat(ProfileTree.read(ProfileTree.write(tree))).isEqualTo(tree);
    }

    @Provide
    Arbitrary<Map<String, Object>> trees() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(12).filter(text -> text.codePoints()
                .noneMatch(c -> c >= 0xd800 && c <= 0xdfff));
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                texts.map(text -> (Object) text),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1e15"), new BigDecimal("1e15"))
                        .ofScale(3)
                        .map(n -> (Object) n),
                Arbitraries.of(true, false));
        Arbitrary<Object> lists = scalars.list().ofMaxSize(3).map(list -> (Object) list);
        Arbitrary<Object> blocks = Arbitraries.maps(texts, Arbitraries.oneOf(scalars, lists))
                .ofMaxSize(4)
                .map(map -> (Object) new LinkedHashMap<>(map));
        return Arbitraries.maps(texts, Arbitraries.oneOf(scalars, lists, blocks))
                .ofMaxSize(5);
    }

    private static Map<String, Object> read(String yaml) {
        return ProfileTree.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<?, ?> mapOfNull(String key) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(key, null);
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> tree, String key) {
        return (Map<String, Object>) Objects.requireNonNull(tree.get(key));
    }
}
