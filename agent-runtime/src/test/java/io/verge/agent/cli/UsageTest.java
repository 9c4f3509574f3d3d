package io.verge.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    private static Outcome verge(String commandLine) {
        return Outcome.of("", commandLine.strip().split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            message                                       | a command is missing; valid: decode, encode, types, help
            mesage                                        | Did you mean "message"?
            message decode                                | --set SET is missing: csae, sae or etsi
            message decode --set                          | --set SET is missing: csae, sae or etsi
            message decode --set cse                      | unknown set: "cse"; valid: csae, sae, etsi
            message decode --set cse                      | Did you mean "csae"?
            message decode --set csae --edition 2002      | unknown edition of set csae: "2002"; valid: 2020, 2019
            message decode --set csae --edition 2002      | Did you mean "2020"?
            message decode --set sae --edition 2015       | valid: 2024, 2020, 2016
            message decode --set etsi --edition 2.1.2     | Did you mean "2.1.1"?
            message decode --set csae --type MesageFrame  | unknown type "MesageFrame" in set csae, edition 2020
            message decode --set csae --type MesageFrame  | Did you mean "MessageFrame"?
            message encode --set csae --type BSM          | Did you mean "BasicSafetyMessage"?
            message encode --set csae --typ BSM           | Did you mean "--type"?
            message encode --set csae frame.json          | unexpected argument "frame.json"
            """)
    void saysWhatIsWrongAndWhatIsValid(String commandLine, String expected) {
        Outcome outcome = verge(commandLine);

        assertThat(outcome.err()).startsWith("error: ").contains(expected).contains("--help' for usage.");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void guessesNothingFarFetched() {
        assertThat(verge("message decode --set csae --type Quetzalcoatl").err()).doesNotContain("Did you mean");
    }

    @Test
    void knowsByItsNameAloneEachCommandOfTheHelp() {
        List<String> names = verge("--help")
                .out()
                .lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .filter(line -> line.startsWith("  ") && !line.startsWith("   "))
                .map(line -> line.strip().replaceFirst(" .*", ""))
                .toList();

        assertThat(names).contains("run", "status", "why", "update", "message", "help");
        assertThat(names)
                .allSatisfy(name -> assertThat(verge(name + " --help").out()).contains("Usage: verge " + name));
    }

    @ParameterizedTest
    @CsvSource({
        "--help, Usage: verge",
        "--version, verge ",
        "message --help, Usage: verge message",
        "message decode --help, --edition=EDITION",
        "help message, Usage: verge message"
    })
    void answersOnStandardOutputWhenAsked(String commandLine, String expected) {
        Outcome outcome = verge(commandLine);

        assertThat(outcome.out()).contains(expected);
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "csae, BasicSafetyMessage",
        "csae, DSMP",
        "csae --edition 2019, RoadSideInformation",
        "sae, MessageFrame",
        "etsi, CollectivePerceptionMessage",
        "etsi --edition 2.4.1, release1v2016.CAM"
    })
    void listsTheTypesOfASet(String set, String type) {
        Outcome outcome = verge("message types --set " + set);

        assertThat(outcome.lines()).contains(type);
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
    }
}
