package io.verge.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.profile.ProfileCheck.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a profile holds, a check ends soon with problems or configurations. */
class HostileProfileTest {
    private static final Catalogue CATALOGUE = Samples.catalogue();
    private static final int LARGEST = 1 << 20;
    private static final Path NOWHERE = Path.of("/nowhere");
    /** What means something in YAML or in a profile. */
    private static final List<String> PIECES = List.of(
            "box",
            "devices",
            "apps",
            "messages",
            "set",
            "driver",
            "radar-ti-mmwave",
            "everything",
            "mount",
            "mount.east",
            "groups",
            "csae",
            "id",
            ": ",
            ":",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "\"",
            "'",
            "&a ",
            "*a ",
            "!x ",
            "!!int ",
            "? ",
            "|\n",
            ">-\n",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "# x\n",
            "\t",
            "\r",
            "<<",
            "~",
            "0x1",
            "1e999",
            "99999999999999999999",
            ".inf",
            "true",
            "\\",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\uD83D\uDE00",
            "\0");

    @Property(tries = 500)
    void anyOctetsAreAnswered(@ForAll byte[] octets) {
        answered(octets);
    }

    @Property(tries = 2000)
    void anyPiecesOfYamlAreAnswered(@ForAll("pieces") String text) {
        answered(Samples.bytes(text));
    }

    @Property(tries = 1000)
    void aProfileWithOneOctetChangedIsAnswered(@ForAll @IntRange(max = 799) int place, @ForAll byte octet) {
        byte[] profile = Samples.bytes(Samples.PROFILE);
        profile[place % profile.length] = octet;
        answered(profile);
    }

    @Property(tries = 1000)
    void aProfileWithAPieceInItIsAnswered(
            @ForAll @IntRange(max = 799) int place, @ForAll @IntRange(max = 51) int piece) {
        String profile = Samples.PROFILE;
        int at = place % profile.length();
        answered(Samples.bytes(profile.substring(0, at) + PIECES.get(piece % PIECES.size()) + profile.substring(at)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "{a: ", "- ", "? ", "!a ", "&a "})
    void endlessNestingIsRefused(String opening) {
        Result result = answered(Samples.bytes(opening.repeat(LARGEST / opening.length())));

        assertThat(result.good()).isFalse();
    }

    @Test
    void nestingIsRefusedWhereItIsTooDeep() {
        assertThat(told("a: " + "[".repeat(16) + "\n [ 1 ]" + "]".repeat(16)))
                .containsExactly("p:2: a profile is nested at most 16 deep, and this is deeper");
    }

    @Test
    void aProfileThatIsTooLargeIsRefused() {
        assertThat(told("#" + "x".repeat(LARGEST)))
                .containsExactly("p: a profile has at most 1048576 bytes, and this has more");
    }

    @Test
    void aProfileOfTheGreatestSizeIsRead() {
        String comment = "#" + "x".repeat(LARGEST - 40);

        assertThat(told("box: {id: b, latitude: 1, longitude: 2}" + comment)).isEmpty();
    }

    @Test
    void tooManyValuesAreRefused() {
        assertThat(told("[" + "1,".repeat(30_000) + "]"))
                .containsExactly("p:1: a profile has at most 20000 values, and more follow here");
    }

    @Test
    void aliasesAreRefused() {
        assertThat(told("box: &b {id: b}\napps: *b"))
                .containsExactly("p:2: aliases are not allowed: write out what *b stands for");
    }

    @Test
    void tagsAreRefused() {
        assertThat(told("box:\n  id: !!java.net.URL b"))
                .containsExactly("p:2: tags are not allowed: remove tag:yaml.org,2002:java.net.URL");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(told("box: {}\n---\nbox: {}"))
                .containsExactly("p:2: a profile is one YAML document, and a second begins here");
    }

    @Test
    void aKeyThatIsNoWordIsRefused() {
        assertThat(told("box: {}\n? [a]\n: b"))
                .containsExactly("p:2: a key is one word, and this is a list or a block");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        assertThat(told("box: {}\n? " + "k".repeat(1_001) + "\n: b"))
                .containsExactly("p:2: a key has at most 1000 characters, and this has more");
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024, 1025, 1026, 2048, 2049})
    void aCharacterOfTwoHalvesMayStandAnywhere(int place) {
        String good = "box: {id: b, latitude: 1, longitude: 2} #";

        assertThat(told(good + "x".repeat(place - 1 - good.length()) + "\uD83D\uDE00" + "x".repeat(2000)))
                .isEmpty();
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        assertThat(told(new byte[] {'a', '\n', 'b', (byte) 0xc3, '\n'}))
                .containsExactly("p:2: this is not UTF-8: the byte at 3 does not fit what is before it");
        assertThat(told(new byte[] {'a', '\n', 'b', (byte) 0xc3}))
                .containsExactly("p:2: this is not UTF-8: the byte at 3 does not fit what is before it");
    }

    @Test
    void charactersThatYamlDoesNotHaveAreRefused() {
        assertThat(told("box:\n  id: \u0007"))
                .containsExactly("p:2: this is not YAML: the character U+0007 is not allowed");
    }

    @Test
    void whatTheParserSaysIsFitForOneLine() {
        assertThat(told("box: \"\\")).containsExactly("p:1: this is not YAML: found unknown escape character ?(0)");
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    private static List<String> told(String text) {
        return told(Samples.bytes(text));
    }

    private static List<String> told(byte[] text) {
        return answered(text).problems().stream()
                .map(problem -> problem.in("p"))
                .toList();
    }

    private static Result answered(byte[] content) {
        Result result = new ProfileCheck(CATALOGUE).check(content, NOWHERE);
        long lines = new String(content, StandardCharsets.UTF_8)
                .codePoints()
                .filter(c -> c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
                .count();
        assertThat(result.problems()).allSatisfy(problem -> {
            assertThat(problem.line()).isBetween(0, (int) lines + 2);
            assertThat(problem.in("p")).hasSizeLessThan(1500).doesNotContainPattern("\\p{Cntrl}");
        });
        return result;
    }
}
