package io.verge.json.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.json.tree.JsonTreeException.Reason;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeReaderTest {
    private static final int MOST = 1_000;
    private static final JsonTreeReader READER = JsonTreeReader.of(MOST, 3);

    @Test
    void writesWhatItHasRead() throws Exception {
        String json = "{\"a\":[1,2.50,\"x\",true,null,{\"b\":1}],\"c\":\"\u00fc\"}";
        assertThat(JsonTree.write(READER.read(octets(json)))).isEqualTo(json);
        assertThat(JsonTree.octets(READER.namedNulls().read(octets(json)))).isEqualTo(octets(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":/**/1}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "{\"a\":1e99999999999}",
                "[[[[]]]]",
                "{\"a\":11111111111111111111111111111111111111111111111111}"
            })
    void refusesWhatIsNotStrictlyJsonOrTooDeepOrTooLong(String text) {
        assertThatExceptionOfType(JsonTreeException.class).isThrownBy(() -> READER.read(octets(text)));
    }

    @Test
    void saysWhereItIsWrong() {
        assertThatThrownBy(() -> READER.read(octets("{\"a\":1,\n \"a\":2}")))
                .hasMessage("this is no JSON that is taken: Duplicate field 'a' (line 2, column 5)");
    }

    @Test
    void refusesWhatIsTooLargeBeforeItLooksAtIt() {
        assertRefused("?".repeat(MOST + 1), Reason.TOO_MUCH, "at most 1000 octets are taken, and these are 1001");
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertRefused("[[[[]]]]", Reason.TOO_MUCH, "this is nested more than 3 deep");
    }

    @Test
    void refusesMoreValuesThanAnyDocumentHas() {
        String many = "[" + "[],".repeat(200_000) + "[]]";
        assertThatThrownBy(() -> JsonTreeReader.of(many.length(), 3).read(octets(many)))
                .hasMessageStartingWith("this has more than 200000 values");
    }

    @Test
    void takesMoreWhenMoreAreAskedFor() throws JsonTreeException {
        String many = "[" + "[],".repeat(200_000) + "[]]";
        assertThat(JsonTreeReader.of(many.length(), 3).values(200_002).read(octets(many)))
                .isInstanceOf(List.class);
    }

    @Test
    void refusesWhatIsNoUtf8() {
        byte[] octets = {'"', (byte) 0xc3, '"'};
        assertThatThrownBy(() -> READER.read(octets)).hasMessage("this is no UTF-8");
    }

    @Test
    void refusesAnythingButAnObjectWhereOneIsExpected() {
        assertThatThrownBy(() -> READER.object(octets("[]"))).hasMessage("an object in JSON was expected");
    }

    @Test
    void numbersKeepTheirDigitsAndNullIsNull() throws Exception {
        assertThat(READER.object(octets("{\"a\":2.50,\"b\":null}")))
                .containsEntry("a", new BigDecimal("2.50"))
                .containsEntry("b", null);
    }

    @Test
    void wholeNumbersAreLongAndNullHasAName() throws Exception {
        assertThat(READER.wholeNumbers().namedNulls().read(octets("[-7,null]"))).isEqualTo(List.of(-7L, JsonNull.NULL));
    }

    @ParameterizedTest
    @CsvSource({"1.5,only whole numbers", "1e3,only whole numbers", "9223372036854775808,only numbers of 64 bits"})
    void whoTakesWholeNumbersTakesNoOthers(String number, String why) {
        assertThatThrownBy(() -> READER.wholeNumbers().read(octets(number))).hasMessageContaining(why);
    }

    @Test
    void treesCannotBeChanged() throws Exception {
        Map<String, Object> tree = READER.object(octets("{\"a\":[]}"));
        assertThatThrownBy(() -> tree.put("b", 1)).isInstanceOf(UnsupportedOperationException.class);
        List<?> within = (List<?>) Objects.requireNonNull(tree.get("a"));
        assertThatThrownBy(() -> within.add(null)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Property(tries = 2000)
    void nothingElseIsThrownWhateverComes(@ForAll byte[] octets) {
        try {
            READER.read(octets);
        } catch (JsonTreeException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void assertRefused(String text, Reason reason, String why) {
        assertThatExceptionOfType(JsonTreeException.class)
                .isThrownBy(() -> READER.read(octets(text)))
                .withMessageStartingWith(why)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
