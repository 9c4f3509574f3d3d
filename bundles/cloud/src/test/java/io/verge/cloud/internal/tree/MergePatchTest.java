package io.verge.cloud.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    /** RFC 7396, appendix A: those whose document and patch are objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':'b'}|{'a':'c'}|{'a':'c'}",
                "{'a':'b'}|{'b':'c'}|{'a':'b','b':'c'}",
                "{'a':'b'}|{'a':null}|{}",
                "{'a':'b','b':'c'}|{'a':null}|{'b':'c'}",
                "{'a':['b']}|{'a':'c'}|{'a':'c'}",
                "{'a':'c'}|{'a':['b']}|{'a':['b']}",
                "{'a':{'b':'c'}}|{'a':{'b':'d','c':null}}|{'a':{'b':'d'}}",
                "{'a':[{'b':'c'}]}|{'a':[1]}|{'a':[1]}",
                "{'e':null}|{'a':1}|{'e':null,'a':1}",
                "{}|{'a':{'bb':{'ccc':null}}}|{'a':{'bb':{}}}"
            })
    void appliesWhatTheStandardShows(String document, String patch, String result) throws Exception {
        assertThat(MergePatch.apply(json(document), json(patch))).isEqualTo(json(result));
    }

    @Property(tries = 500)
    void makesOneDocumentOfAnother(
            @ForAll("documents") Map<String, Object> one, @ForAll("documents") Map<String, Object> other) {
        assertThat(MergePatch.apply(one, MergePatch.between(one, other))).isEqualTo(other);
    }

    @Property(tries = 100)
    void isEmptyBetweenEqualDocuments(@ForAll("documents") Map<String, Object> one) {
        assertThat(MergePatch.between(one, new LinkedHashMap<>(one))).isEmpty();
    }

    @Provide
    Arbitrary<Map<String, Object>> documents() {
        return documents(3);
    }

    private static Arbitrary<Map<String, Object>> documents(int depth) {
        Arbitrary<Object> leaves = Arbitraries.of("x", "y", true);
        Arbitrary<Object> values = depth == 0
                ? leaves
                : Arbitraries.oneOf(leaves, documents(depth - 1).map(map -> (Object) map));
        return Arbitraries.maps(Arbitraries.of("a", "b", "c"), values).ofMaxSize(3);
    }

    private static Map<String, Object> json(String text) throws JsonTreeException {
        byte[] octets = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return JsonTreeReader.of(1000, 10).object(octets);
    }
}
