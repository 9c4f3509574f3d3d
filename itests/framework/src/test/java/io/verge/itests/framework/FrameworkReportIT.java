package io.verge.itests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runner in the framework says "no errors" also when it has found no test: its report is read here. */
class FrameworkReportIT {
    private static final int TESTS = 15;
    private static final Pattern COUNT = Pattern.compile("<testsuite [^>]* tests=\"(\\d+)\"");

    @Test
    void allTestsOfTheBundleHaveRun() throws Exception {
        List<Path> reports;
        try (Stream<Path> files = Files.walk(Path.of("target", "test-reports"))) {
            reports = files.filter(file -> file.toString().endsWith(".xml")).toList();
        }
        assertThat(reports).hasSize(1);
        Matcher count = COUNT.matcher(Files.readString(reports.get(0)));
        assertThat(count.find()).isTrue();
        assertThat(Integer.parseInt(count.group(1))).isEqualTo(TESTS);
    }
}
