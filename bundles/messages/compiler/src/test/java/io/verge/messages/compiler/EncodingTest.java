package io.verge.messages.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.messages.uper.CodecException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Bits worked out by hand from X.691, for every construct of the subset. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class EncodingTest {
    private CompiledModule module;

    @BeforeAll
    void compile(@TempDir Path folder) {
        module = CompiledModule.of(
                folder,
                """
                max INTEGER ::= 10
                Small ::= SEQUENCE { v INTEGER (0..7) }
                Signed ::= SEQUENCE { v INTEGER (-5..5) }
                Open ::= SEQUENCE { v INTEGER (0..max, ...) }
                From ::= SEQUENCE { v INTEGER (-1..MAX) }
                Any ::= SEQUENCE { v INTEGER }
                Wide ::= SEQUENCE { v INTEGER (0..18446744073709551615) }
                Long ::= SEQUENCE { v INTEGER (-9223372036854775808..9223372036854775807) }
                One ::= SEQUENCE { v INTEGER (7) }
                Options ::= SEQUENCE { a BOOLEAN OPTIONAL, b INTEGER (0..255) DEFAULT 3, c NULL OPTIONAL }
                Colour ::= ENUMERATED { green(5), red(1), blue(3) }
                OpenColour ::= ENUMERATED { red, green, ..., blue }
                Colours ::= SEQUENCE { closed Colour, open OpenColour DEFAULT green }
                Bits ::= SEQUENCE { fixed BIT STRING (SIZE (12)), ranged BIT STRING (SIZE (1..4)) }
                NamedBits ::= SEQUENCE { v BIT STRING { first(0), second(1), fourth(3) } (SIZE (4, ...)) }
                LongBits ::= SEQUENCE { v BIT STRING (SIZE (70)) }
                AnyBits ::= SEQUENCE { v BIT STRING }
                Octs ::= SEQUENCE { fixed OCTET STRING (SIZE (2)), any OCTET STRING }
                Strings ::= SEQUENCE {
                  ia5 IA5String (SIZE (1..4)),
                  digits NumericString (SIZE (3)),
                  letters IA5String (FROM ("a".."d")) (SIZE (4)),
                  utf8 UTF8String }
                Ids ::= SEQUENCE { a OBJECT IDENTIFIER, b RELATIVE-OID }
                Ints ::= SEQUENCE { v SEQUENCE (SIZE (0..3)) OF INTEGER (0..15) }
                OpenInts ::= SEQUENCE { v SEQUENCE (SIZE (1..2, ...)) OF INTEGER (0..255) }
                Nested ::= SEQUENCE { v SEQUENCE OF SEQUENCE OF BOOLEAN }
                Base ::= SEQUENCE { a BOOLEAN, ... }
                Extended ::= SEQUENCE { a BOOLEAN, ..., b INTEGER (0..255) OPTIONAL,
                  [[ c BOOLEAN, d INTEGER (0..3) OPTIONAL ]], ..., e BOOLEAN }
                Alt ::= CHOICE { a INTEGER (0..255), b BOOLEAN, c Small, ..., d Small, e OCTET STRING }
                OldAlt ::= CHOICE { a INTEGER (0..255), b BOOLEAN, c Small, ... }
                Either ::= SEQUENCE { v Alt }
                Pair { INTEGER : upper, Item } ::= SEQUENCE { n INTEGER (0..upper), item Item }
                Pairs ::= SEQUENCE { a Pair { 3, BOOLEAN }, b Pair { 15, Small } }
                ROW ::= CLASS { &id INTEGER (0..255) UNIQUE, &Type } WITH SYNTAX { &Type IDENTIFIED BY &id }
                Rows ROW ::= { { Small IDENTIFIED BY 1 } | more | octets, ... }
                octets ROW ::= { Octs IDENTIFIED BY 3 }
                more ROW ::= { INTEGER (0..65535) IDENTIFIED BY 2 }
                Table { ROW : Set } ::= SEQUENCE { id ROW.&id ({Set}), value ROW.&Type ({Set}{@id}) }
                Tables ::= SEQUENCE { t Table {{ Rows }} }
                Aside ::= SEQUENCE { bit BOOLEAN, alt Alt, end BOOLEAN }
                Nulls ::= SEQUENCE { a NULL, b NULL }
                Tree ::= SEQUENCE { leaf BOOLEAN, branches SEQUENCE (SIZE (0..3)) OF Tree }
                Inner ::= SEQUENCE { v Extended (WITH COMPONENTS { ..., b ABSENT }) }
                """);
    }

    @Test
    void integers() throws CodecException {
        module.assertSame("Small", "{\"v\":5}", "a0");
        module.assertSame("Signed", "{\"v\":-5}", "00");
        module.assertSame("Signed", "{\"v\":5}", "a0");
        module.assertSame("Open", "{\"v\":10}", "50");
        module.assertSame("Open", "{\"v\":11}", "808580");
        module.assertSame("From", "{\"v\":4095}", "021000");
        module.assertSame("Any", "{\"v\":-128}", "0180");
        module.assertSame("Any", "{\"v\":128}", "020080");
        module.assertSame("Any", "{\"v\":-9223372036854775808}", "088000000000000000");
        module.assertSame("Wide", "{\"v\":18446744073709551615}", "ffffffffffffffff");
        module.assertSame("Long", "{\"v\":-9223372036854775808}", "0000000000000000");
        module.assertSame("One", "{\"v\":7}", "00");
    }

    @Test
    void optionalAndDefault() throws CodecException {
        module.assertSame("Options", "{\"b\":3}", "00");
        module.assertSame("Options", "{\"a\":true,\"b\":255,\"c\":null}", "fff0");
        assertThat(module.encode("Options", "{}"))
                .as("what is not given has its DEFAULT")
                .isEqualTo("00");
        assertThat(module.decode("Options", "4060"))
                .as("a DEFAULT that was sent all the same")
                .isEqualTo("{\"b\":3}");
    }

    @Test
    void nothingAtAll() throws CodecException {
        module.assertSame("Nulls", "{\"a\":null,\"b\":null}", "00");
    }

    @Test
    void enumerations() throws CodecException {
        module.assertSame("Colours", "{\"closed\":\"red\",\"open\":\"green\"}", "00");
        module.assertSame("Colours", "{\"closed\":\"green\",\"open\":\"blue\"}", "d000");
        module.assertSame("Colours", "{\"closed\":\"blue\",\"open\":\"...9\"}", "b120");
        module.assertSame("Colours", "{\"closed\":\"red\",\"open\":\"...64\"}", "980a00");
        assertThatThrownBy(() -> module.decode("Colours", "982200000000"))
                .as("an index that no edition will have")
                .isInstanceOf(CodecException.class)
                .hasMessage("Colours.open: bit 4: index 1073741824 of 0..16777215 supported");
    }

    @Test
    void bitStrings() throws CodecException {
        module.assertSame("Bits", "{\"fixed\":\"ABC0\",\"ranged\":{\"value\":\"A0\",\"length\":3}}", "abca80");
        module.assertSame("NamedBits", "{\"v\":{\"value\":\"10\",\"length\":4}}", "08");
        module.assertSame("LongBits", "{\"v\":\"FFFFFFFFFFFFFFFFFC\"}", "fffffffffffffffffc");
        module.assertSame("AnyBits", "{\"v\":{\"value\":\"80\",\"length\":1}}", "0180");
        assertThat(module.encode("NamedBits", "{\"v\":{\"value\":\"8000\",\"length\":9}}"))
                .as("trailing zeros of named bits mean nothing")
                .isEqualTo("40");
    }

    @Test
    void strings() throws CodecException {
        module.assertSame("Octs", "{\"fixed\":\"0102\",\"any\":\"FF\"}", "010201ff");
        module.assertSame(
                "Strings", "{\"ia5\":\"A\",\"digits\":\"012\",\"letters\":\"abcd\",\"utf8\":\"é\"}", "208918d8161d48");
        module.assertSame("Ids", "{\"a\":\"2.100.3\",\"b\":\"8571.3.2\"}", "0381340304c27b0302");
    }

    @Test
    void lists() throws CodecException {
        module.assertSame("Ints", "{\"v\":[]}", "00");
        module.assertSame("Ints", "{\"v\":[1,15]}", "87c0");
        module.assertSame("OpenInts", "{\"v\":[1,2]}", "404080");
        module.assertSame("OpenInts", "{\"v\":[1,2,3]}", "8180810180");
        module.assertSame("Nested", "{\"v\":[[true],[]]}", "02018000");
    }

    @Test
    void longValuesComeInFragments() throws CodecException {
        String json = "{\"fixed\":\"0102\",\"any\":\"" + "5A".repeat(16_384 + 65_536 + 3) + "\"}";
        String hex = module.encode("Octs", json);
        assertThat(hex).startsWith("0102c45a").endsWith("5ac1" + "5a".repeat(16_384) + "035a5a5a");
        assertThat(module.decode("Octs", hex)).isEqualTo(json);

        String bits = "{\"v\":{\"value\":\"" + "F0".repeat(2_500) + "\",\"length\":20000}}";
        assertThat(module.decode("AnyBits", module.encode("AnyBits", bits))).isEqualTo(bits);
        String numbers = "{\"v\":[" + "200,".repeat(40_000) + "7]}";
        assertThat(module.decode("OpenInts", module.encode("OpenInts", numbers)))
                .isEqualTo(numbers);
    }

    @Test
    void longOpenTypesComeInFragments() throws CodecException {
        for (int length : new int[] {125, 126, 127, 128, 16_380, 16_381, 16_382, 16_383, 40_000}) {
            String json = "{\"t\":{\"id\":3,\"value\":{\"fixed\":\"0102\",\"any\":\"" + "5A".repeat(length) + "\"}}}";
            assertThat(module.decode("Tables", module.encode("Tables", json))).isEqualTo(json);
            String aside = "{\"bit\":true,\"alt\":{\"e\":\"" + "5A".repeat(length) + "\"},\"end\":true}";
            assertThat(module.decode("Aside", module.encode("Aside", aside))).isEqualTo(aside);
        }
    }

    @Test
    void extensionAdditions() throws CodecException {
        module.assertSame("Extended", "{\"a\":true,\"e\":false}", "40");
        module.assertSame("Extended", "{\"a\":true,\"e\":true,\"b\":7}", "e0601070");
        module.assertSame("Extended", "{\"a\":true,\"e\":true,\"c\":true,\"d\":2}", "e0501e00");
    }

    @Test
    void laterEditionsComeBackUnchanged() throws CodecException {
        module.assertSame("Base", "{\"a\":true,\"...\":{\"count\":2,\"0\":\"07\",\"1\":\"E0\"}}", "c0e020e03c00");
        assertThat(module.encode("Alt", "{\"e\":\"ABCD\"}")).isEqualTo("810302abcd");
        module.assertSame("OldAlt", "{\"...1\":\"02ABCD\"}", "810302abcd");
    }

    @Test
    void anEarlierEditionKeepsItsNumberOfAdditions() throws CodecException {
        // The sender knew one addition (b); this edition knows two.
        module.assertSame("Extended", "{\"a\":true,\"e\":true,\"b\":7,\"...\":{\"count\":1}}", "e02020e0");
    }

    @Test
    void openTypesByTable() throws CodecException {
        module.assertSame("Tables", "{\"t\":{\"id\":1,\"value\":{\"v\":5}}}", "0101a0");
        module.assertSame("Tables", "{\"t\":{\"id\":2,\"value\":258}}", "02020102");
        module.assertSame("Tables", "{\"t\":{\"id\":9,\"value\":\"CAFE\"}}", "0902cafe");
        assertThat(module.encode("Tables", "{\"t\":{\"value\":{\"v\":5},\"id\":1}}"))
                .as("the selector may come later in JSON")
                .isEqualTo("0101a0");
    }

    @Test
    void parameters() throws CodecException {
        module.assertSame("Pairs", "{\"a\":{\"n\":3,\"item\":true},\"b\":{\"n\":15,\"item\":{\"v\":7}}}", "ffc0");
    }

    @Test
    void recursionEnds() throws CodecException {
        String deep = "{\"leaf\":true,\"branches\":[]}";
        for (int i = 0; i < 31; i++) {
            deep = "{\"leaf\":true,\"branches\":[" + deep + "]}";
        }
        assertThat(module.decode("Tree", module.encode("Tree", deep))).isEqualTo(deep);
        assertThatThrownBy(() -> module.decode("Tree", "249249".repeat(30)))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("nested deeper than 32");
    }
}
