package io.verge.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({"151, 151 ms", "5000, 5 s", "1500, 1500 ms", "12500, 12.5 s", "599000, 599 s", "5400000, 90 min"})
    void areShortForPeople(long millis, String text) {
        assertThat(Spans.text(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
