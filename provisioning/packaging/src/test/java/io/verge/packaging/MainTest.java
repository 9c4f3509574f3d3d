package io.verge.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MainTest {
    private static final Architecture HERE = Architecture.here().orElse(Architecture.AMD64);
    private static final Architecture OTHER = HERE == Architecture.AMD64 ? Architecture.ARM64 : Architecture.AMD64;

    @Test
    void theModulesOfThisMachineAreThoseOfItsJava() {
        assertThat(Main.modules(HERE, arguments(""))).contains(Path.of(System.getProperty("java.home", ""), "jmods"));
    }

    @Test
    void anotherArchitectureHasNoneUntilSomebodySaysWhere() {
        assertThat(Main.modules(OTHER, arguments(OTHER.debian() + "="))).isEmpty();
    }

    @Test
    void whatSomebodySaysCounts() {
        assertThat(Main.modules(OTHER, arguments(OTHER.debian() + "=/jdk/jmods")))
                .contains(Path.of("/jdk/jmods"));
    }

    private static String[] arguments(String modules) {
        return new String[] {"distribution", "sources", "output", "1.2.3", "2026-01-01T00:00:00Z", modules};
    }
}
