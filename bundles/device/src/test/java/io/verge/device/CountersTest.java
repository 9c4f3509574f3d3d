package io.verge.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CountersTest {
    @Test
    void areListedByNameInAlphabeticalOrder() {
        Counters counters = new Counters();
        counters.counter("frames").add(2);
        counters.counter("bytes").increment();
        counters.counter("frames").increment();
        assertThat(counters.snapshot()).containsExactly(entry("bytes", 1), entry("frames", 3));
    }

    private static Map.Entry<String, Long> entry(String name, long value) {
        return Map.entry(name, value);
    }
}
