package io.verge.agent.cli;

import static io.verge.agent.cli.Outcome.CSAE_TEST_MESSAGE;
import static io.verge.agent.cli.Outcome.ETSI_CAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DecodeCommandTest {
    private static final String CSAE_JSON =
            "{\"msgFrameExt\":{\"messageId\":0,\"value\":{\"msgCnt\":1,\"userData\":\"68656C6C6F20563258\"}}}";

    private static Outcome decode(String input) {
        return Outcome.of(input, "message", "decode", "--set", "csae");
    }

    @Test
    void writesOneLineOfJson() {
        Outcome outcome = decode(CSAE_TEST_MESSAGE + "\n");

        assertThat(outcome).isEqualTo(new Outcome(ExitCode.OK, CSAE_JSON + "\n", ""));
    }

    @Test
    void goesOnAfterABadLine() {
        Outcome outcome = decode(CSAE_TEST_MESSAGE + "\n80zz\n" + CSAE_TEST_MESSAGE + "\n");

        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_LINE);
        assertThat(outcome.lines())
                .containsExactly(
                        CSAE_JSON, "{\"error\":\"column 3: 'z' is no hexadecimal digit\",\"line\":2}", CSAE_JSON);
    }

    @Test
    void saysWhereATruncatedMessageEnds() {
        Outcome outcome = Outcome.of(ETSI_CAM.substring(0, 40), "message", "decode", "--set", "etsi");

        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_LINE);
        assertThat(outcome.out())
                .contains("CAM.cam.camParameters.basicContainer.referencePosition.")
                .contains(": bit ")
                .contains("\"line\":1}");
    }

    @Test
    void takesHexadecimalAsPeoplePasteIt() {
        String upperCase = CSAE_TEST_MESSAGE.toUpperCase(Locale.ROOT);
        String spaced = "80 0f\t" + CSAE_TEST_MESSAGE.substring(4) + " ";

        Outcome outcome = decode("0x" + CSAE_TEST_MESSAGE + "\r\n 0X" + upperCase + "\n" + spaced);

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.lines()).hasSize(3).containsOnly(CSAE_JSON);
    }

    @Test
    void skipsBlankLinesAndCountsThem() {
        Outcome outcome = decode("\n \t\r\n# no comment\n\n");

        assertThat(outcome.lines()).containsExactly("{\"error\":\"column 1: '#' is no hexadecimal digit\",\"line\":3}");
    }

    @Test
    void takesALineOfTheGreatestLengthAndNoLonger() {
        String longest = CSAE_TEST_MESSAGE + " ".repeat(DecodeCommand.MAX_LINE - CSAE_TEST_MESSAGE.length());

        Outcome outcome = decode(longest + "\n" + longest + " \n" + CSAE_TEST_MESSAGE);

        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_LINE);
        assertThat(outcome.lines())
                .containsExactly(CSAE_JSON, "{\"error\":\"longer than 1048576 octets\",\"line\":2}", CSAE_JSON);
    }

    @Test
    void reportsALineThatIsNoText() {
        Outcome outcome = Outcome.of(Outcome.octets("80\u00FF\n"), "message", "decode", "--set", "csae");

        assertThat(outcome.lines()).containsExactly("{\"error\":\"column 3: no UTF-8\",\"line\":1}");
    }

    @Test
    void readsOneTypeWhenItIsNamed() {
        Outcome outcome = Outcome.of("0400816f0003010203", "message", "decode", "--set", "csae", "--type", "DSMP");

        assertThat(outcome.out()).contains("\"aid\":495").contains("\"data\":\"010203\"");
    }

    @Test
    void readsTheEditionThatIsNamed() {
        Outcome outcome = Outcome.of(CSAE_TEST_MESSAGE, "message", "decode", "--set", "csae", "--edition", "2019");

        assertThat(outcome.out()).doesNotContain("msgFrameExt");
    }

    @Test
    void writesNothingForNoInput() {
        assertThat(decode("")).isEqualTo(new Outcome(ExitCode.OK, "", ""));
    }
}
