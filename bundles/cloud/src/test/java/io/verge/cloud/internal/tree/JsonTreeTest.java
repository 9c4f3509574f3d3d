package io.verge.cloud.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
    private static final int MOST = 1_000;
    private static final int DEEPEST = 3;

    @Test
    void writesWhatItHasRead() {
        String json = "{\"a\":[1,2.50,\"x\",true,null,{\"b\":1}],\"c\":\"\u00fc\"}";
        assertThat(JsonTree.write(JsonTree.read(octets(json), MOST, DEEPEST))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":/**/1}",
                "[[[[]]]]",
                "{\"a\":11111111111111111111111111111111111111111111111111}"
            })
    void refusesWhatIsNotStrictlyJsonOrTooDeepOrTooLong(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonTree.read(octets(text), MOST, DEEPEST));
    }

    @Test
    void refusesWhatIsTooLargeBeforeItLooksAtIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read(octets("?".repeat(MOST + 1)), MOST, DEEPEST))
                .withMessage("at most 1000 octets are taken, and these are 1001");
    }

    @Test
    void refusesWhatIsNoUtf8() {
        byte[] octets = {'"', (byte) 0xc3, '"'};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonTree.read(ByteBuffer.wrap(octets), MOST, DEEPEST))
                .withMessage("this is no UTF-8");
    }

    @Property(tries = 2000)
    void nothingElseIsThrownWhateverComes(@ForAll byte[] octets) {
        try {
            JsonTree.read(ByteBuffer.wrap(octets), MOST, DEEPEST);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static ByteBuffer octets(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
