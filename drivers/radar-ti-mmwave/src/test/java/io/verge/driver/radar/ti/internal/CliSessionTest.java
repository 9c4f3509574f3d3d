package io.verge.driver.radar.ti.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.Connection;
import io.verge.testkit.DataFolder;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CliSessionTest {
    private static final String PROFILE =
            """
            % a comment
            sensorStop

            flushCfg
            sensorStart
            """;

    private static String echoing(String line, String answer) {
        return "\n" + line + "\r\n" + answer + "\nmmwDemo:/>";
    }

    private static List<String> configure(Function<String, String> radar) throws IOException, InterruptedException {
        Radar connection = new Radar(radar);
        configure(connection);
        return connection.lines;
    }

    private static void configure(Radar connection) throws IOException, InterruptedException {
        new CliSession(connection, ManualClock.standing()).configure(CliProfile.parse(PROFILE));
    }

    @Test
    void sendsTheLinesWithoutCommentsAndBlanks() throws Exception {
        assertThat(configure(line -> echoing(line, "Done"))).containsExactly("sensorStop", "flushCfg", "sensorStart");
    }

    @Test
    void isContentWithThePromptAlone() throws Exception {
        assertThat(configure(line -> line + "\r\nmmwDemo:/>")).hasSize(3);
        assertThat(configure(line -> "mmwDemo:/>")).hasSize(3);
    }

    @Test
    void sendsTheNextLineOnlyAfterTheAnswer() {
        Radar silent = new Radar(line -> line.equals("flushCfg") ? "\nflushCfg\r\n" : echoing(line, "Done"));
        assertThatThrownBy(() -> configure(silent))
                .isInstanceOf(IOException.class)
                .hasMessage("radar profile line 4 'flushCfg': no answer within 1000 ms");
        assertThat(silent.lines).endsWith("flushCfg");
    }

    @Test
    void namesTheLineThatWasRefused() {
        assertThatThrownBy(() -> configure(line -> echoing(
                        line, line.equals("flushCfg") ? "'flushCfg' is not recognized as a CLI command" : "Done")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 4 'flushCfg'")
                .hasMessageContaining("not recognized");
        assertThatThrownBy(() -> configure(line -> echoing(line, "Error -1")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2 'sensorStop'")
                .hasMessageContaining("Error -1");
    }

    @Test
    void toleratesRemarksBeforeTheAnswer() throws Exception {
        assertThat(configure(line -> echoing(line, "Ignored: Sensor is already stopped\nDone")))
                .hasSize(3);
    }

    @Test
    void givesUpWhenTheAnswerHasNoEnd() {
        assertThatThrownBy(() -> configure(line -> "x".repeat(10_000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sensorStop");
    }

    @Test
    void takesTheFramePeriodFromTheProfile() throws IOException {
        assertThat(CliProfile.parse("frameCfg 0 2 40 0 33.333 1 0").framePeriod())
                .contains(Duration.ofNanos(33_333_000));
        assertThat(CliProfile.read(DataFolder.file("radar/ti_68xx_traffic_monitoring_70m_MIMO_3D.cfg"))
                        .framePeriod())
                .contains(Duration.ofMillis(50));
        assertThat(CliProfile.read(DataFolder.file("radar/ti_awr1843_profile_2023_12_18.cfg"))
                        .framePeriod())
                .contains(Duration.ofMillis(100));
    }

    @Test
    void findsNoFramePeriodInNonsense() {
        assertThat(CliProfile.parse("frameCfg 0 2 40 0 soon 1 0").framePeriod()).isEmpty();
        assertThat(CliProfile.parse("frameCfg 0 2 40 0 0 1 0").framePeriod()).isEmpty();
        assertThat(CliProfile.parse("frameCfg 0 2").framePeriod()).isEmpty();
    }

    @Test
    void readsLinesAsEditorsOfAllSystemsEndThem() {
        assertThat(CliProfile.parse("sensorStop\r\n\r\n  % x\r\nflushCfg").lines())
                .containsExactly(new CliProfile.Line(1, "sensorStop"), new CliProfile.Line(4, "flushCfg"));
    }

    /** Answers each line at once, a few octets a read. */
    private static final class Radar implements Connection {
        private final List<String> lines = new ArrayList<>();
        private final Deque<Byte> answer = new ArrayDeque<>();
        private final Function<String, String> answers;

        Radar(Function<String, String> answers) {
            this.answers = answers;
        }

        @Override
        public int read(ByteBuffer into, Duration timeout) {
            int count = 0;
            while (count < 3 && !answer.isEmpty()) {
                into.put(answer.remove());
                count++;
            }
            return count;
        }

        @Override
        public void write(ByteBuffer from) {
            String line = StandardCharsets.US_ASCII.decode(from).toString().strip();
            lines.add(line);
            for (byte octet : answers.apply(line).getBytes(StandardCharsets.US_ASCII)) {
                answer.add(octet);
            }
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
