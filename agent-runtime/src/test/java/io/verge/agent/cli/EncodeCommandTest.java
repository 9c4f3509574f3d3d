package io.verge.agent.cli;

import static io.verge.agent.cli.Outcome.CSAE_TEST_MESSAGE;
import static io.verge.agent.cli.Outcome.ETSI_CAM;
import static io.verge.agent.cli.Outcome.SAE_SIGNAL_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodeCommandTest {
    private static final String GOOD =
            "{\"msgFrameExt\":{\"value\":{\"userData\":\"68656c6c6f20563258\",\"msgCnt\":1},\"messageId\":0}}";

    private static Outcome encode(String input) {
        return Outcome.of(input, "message", "encode", "--set", "csae");
    }

    @ParameterizedTest
    @CsvSource({
        "csae, MessageFrame, " + CSAE_TEST_MESSAGE,
        "sae, MessageFrame, " + SAE_SIGNAL_STATUS,
        "etsi, release1v2016.CAM, " + ETSI_CAM,
        "csae, DSMP, 0400816f0003010203"
    })
    void bringsBackTheOctetsOfANamedType(String set, String type, String hex) {
        Outcome json = Outcome.of(hex, "message", "decode", "--set", set, "--type", type);

        assertThat(Outcome.of(json.out(), "message", "encode", "--set", set, "--type", type))
                .isEqualTo(new Outcome(ExitCode.OK, hex + "\n", ""));
    }

    @ParameterizedTest
    @CsvSource({"csae, " + CSAE_TEST_MESSAGE, "sae, " + SAE_SIGNAL_STATUS, "etsi, " + ETSI_CAM})
    void bringsBackTheOctetsOfAFrame(String set, String hex) {
        Outcome json = Outcome.of(hex, "message", "decode", "--set", set);

        assertThat(Outcome.of(json.out(), "message", "encode", "--set", set))
                .isEqualTo(new Outcome(ExitCode.OK, hex + "\n", ""));
    }

    @Test
    void goesOnAfterABadLine() {
        Outcome outcome = encode(GOOD + "\n{\"noFrame\":1}\n" + GOOD + "\n");

        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_LINE);
        assertThat(outcome.lines())
                .containsExactly(
                        CSAE_TEST_MESSAGE,
                        "{\"error\":\"MessageFrame.noFrame: column 2: no such member: noFrame\",\"line\":2}",
                        CSAE_TEST_MESSAGE);
    }

    @Test
    void namesTheMemberThatIsOutOfRange() {
        Outcome outcome = encode(GOOD.replace("\"msgCnt\":1", "\"msgCnt\":128"));

        assertThat(outcome.out()).contains("msgCnt").contains("128 of 0..127").endsWith("\"line\":1}\n");
    }

    @Test
    void reportsWhatIsNoJsonInOneLine() {
        Outcome outcome = encode("{\"msgFrameExt\":\n");

        assertThat(outcome.lines())
                .singleElement()
                .asString()
                .contains("no JSON")
                .endsWith("\"line\":1}");
    }

    @Test
    void shortensAnErrorThatQuotesALongInput() {
        Outcome outcome = encode("{\"" + "x".repeat(40_000) + "\":1}");

        assertThat(outcome.out()).hasSizeLessThan(1100).endsWith("…\",\"line\":1}\n");
    }

    @Test
    void ignoresAByteOrderMarkBeforeTheFirstLine() {
        assertThat(encode("\uFEFF" + GOOD).lines()).containsExactly(CSAE_TEST_MESSAGE);
    }
}
