package io.verge.agent.netlab;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.netlab.Report;
import io.verge.netlab.Report.Way;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    @Test
    void aLineSaysWhatHappenedSinceTheLast() {
        ReportText text = new ReportText();
        text.line(new Report(new Way(100, 1, 0, 0, 0, 0, 0), new Way(0, 0, 0, 0, 0, 0, 0), 1, 0, false));
        String line = text.line(new Report(new Way(350, 3, 2, 1, 4, 0, 60), new Way(7, 1, 0, 0, 0, 0, 0), 1, 5, true));
        assertThat(line)
                .contains("250 B passed, 2 delayed, 1 lost, 4 vanished, 60 B wait")
                .contains("7 B passed")
                .endsWith("1 connected, 5 reset, link down");
    }
}
