package io.verge.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetlabCommandTest {
    private static Outcome netlab(String arguments) {
        return Outcome.of("", ("netlab " + arguments).split(" ", -1));
    }

    @Test
    void listsTheNetworks() {
        Outcome outcome = netlab("--list");
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.lines()).hasSize(11);
        assertThat(outcome.out()).contains("N3", "830 kbit/s", "rural");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --listen 0 --to localhost:1 --profile N99 | unknown profile: "N99"
            --listen 0                                | --to HOST:PORT is missing
            --listen 0 --to localhost                 | --to HOST:PORT is missing or wrong: "localhost"
            --to localhost:1883                       | --listen PORT is missing
            """)
    void saysWhatIsWrong(String arguments, String expected) {
        Outcome outcome = netlab(arguments);
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains(expected);
    }

    @Test
    void printsOnceASecondWhatPassed() {
        Outcome outcome = netlab("--listen 0 --to localhost:9 --udp --profile N1 --seconds 1");
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.lines()).hasSize(3);
        assertThat(outcome.out()).contains("N1 ", "leads to localhost:9", "0 B passed");
    }
}
