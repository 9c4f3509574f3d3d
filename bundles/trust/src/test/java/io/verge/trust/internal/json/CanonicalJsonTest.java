package io.verge.trust.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.json.tree.JsonNull;
import io.verge.json.tree.JsonTree;
import io.verge.trust.Limits;
import io.verge.trust.TrustException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** One content has one canonical form, whatever the file looks like. */
class CanonicalJsonTest {
    private static String canonical(String json) throws TrustException {
        Object tree = JsonReader.read("document", json.getBytes(StandardCharsets.UTF_8), Limits.USUAL.depth())
                .fields();
        return new String(CanonicalJson.octets(tree), StandardCharsets.UTF_8);
    }

    @Example
    void namesAreSortedAndWhiteSpaceIsLeftOut() throws Exception {
        assertThat(canonical("{ \"b\" : [ 1 , -2, true, null ],\n \"a\": {} }"))
                .isEqualTo("{\"a\":{},\"b\":[1,-2,true,null]}");
    }

    @Example
    void onlyQuotationMarksAndBackslashesAreEscaped() throws Exception {
        assertThat(canonical("{\"a\":\"\\\"\\\\\\n\\u00e9\\/\"}")).isEqualTo("{\"a\":\"\\\"\\\\\n\u00e9/\"}");
    }

    /** By code point, as the reference implementation in Python does; by UTF-16 it would be the other way round. */
    @Example
    void namesBeyondTheBasicPlaneComeLast() throws Exception {
        assertThat(canonical("{\"\uD83D\uDE00\":1,\"\uFF61\":2}")).isEqualTo("{\"\uFF61\":2,\"\uD83D\uDE00\":1}");
    }

    @Example
    void whatHasTwoReadingsIsRefused() {
        for (String json : List.of(
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":1.5}",
                "{\"a\":1e3}",
                "{\"a\":9223372036854775808}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":1}//",
                "{\"a\":\"\t\"}")) {
            assertThatThrownBy(() -> canonical(json)).as(json).isInstanceOf(TrustException.class);
        }
    }

    @Example
    void moreValuesThanAnyRepositoryHasAreRefused() {
        String json = "{\"a\":[" + "[],".repeat(250_000) + "1]}";

        assertThatThrownBy(() -> canonical(json)).hasMessageContaining("more than 200000 values");
    }

    @Example
    void octetsThatAreNoUtf8AreRefused() {
        byte[] json = "{\"a\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        json[6] = (byte) 0xff;

        assertThatThrownBy(() -> JsonReader.read("document", json, 4)).isInstanceOf(TrustException.class);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBackTheSame(@ForAll("objects") Map<String, Object> tree) throws Exception {
        JsonObject read = JsonReader.read("document", JsonTree.octets(tree), Limits.USUAL.depth());

        assertThat(CanonicalJson.octets(read.fields())).isEqualTo(CanonicalJson.octets(tree));
    }

    @Property(tries = 200)
    void theOrderOfNamesDoesNotMatter(@ForAll("objects") Map<String, Object> tree, @ForAll Random random) {
        assertThat(CanonicalJson.octets(shuffled(tree, random))).isEqualTo(CanonicalJson.octets(tree));
    }

    @Property(tries = 200)
    void differentContentsDiffer(
            @ForAll("objects") Map<String, Object> one, @ForAll("objects") Map<String, Object> other) {
        boolean isSame = Arrays.equals(CanonicalJson.octets(one), CanonicalJson.octets(other));

        assertThat(isSame).isEqualTo(one.equals(other));
    }

    private static Object shuffled(Object tree, Random random) {
        if (tree instanceof Map<?, ?> map) {
            List<Object> names = new ArrayList<>(map.keySet());
            Collections.shuffle(names, random);
            Map<Object, Object> other = new LinkedHashMap<>();
            names.forEach(name -> other.put(name, shuffled(Objects.requireNonNull(map.get(name)), random)));
            return other;
        }
        return tree instanceof List<?> list
                ? list.stream().map(item -> shuffled(item, random)).toList()
                : tree;
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return Arbitraries.lazy(() -> Arbitraries.maps(texts(), values(2)).ofMaxSize(4));
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> simple = Arbitraries.oneOf(
                texts().map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.of(true, false, JsonNull.NULL).map(one -> (Object) one));
        return depth == 0
                ? simple
                : Arbitraries.oneOf(
                        simple,
                        values(depth - 1).list().ofMaxSize(3).map(list -> (Object) list),
                        Arbitraries.maps(texts(), values(depth - 1))
                                .ofMaxSize(3)
                                .map(map -> (Object) map));
    }

    /** All of Unicode but halves of surrogates. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 0xD7FF),
                        Arbitraries.integers().between(0xE000, 0x10FFFF))
                .list()
                .ofMaxSize(6)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}
