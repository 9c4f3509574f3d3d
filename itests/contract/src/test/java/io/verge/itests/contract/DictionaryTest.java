package io.verge.itests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The preset dictionary is the same, octet for octet, wherever it is. */
class DictionaryTest {
    private static final String NAME = "dictionary-1.txt";

    @ParameterizedTest
    @ValueSource(strings = {"/io/verge/cloud/internal/drain/", "/io/verge/mqtt/"})
    void boxAndOperatorHaveThatOfTheContract(String folder) throws IOException {
        try (InputStream in = DictionaryTest.class.getResourceAsStream(folder + NAME)) {
            assertThat(in).isNotNull().hasBinaryContent(Files.readAllBytes(Contract.file(NAME)));
        }
    }

    @Test
    void itFitsTheWindowOfDeflate() throws IOException {
        assertThat(Files.size(Contract.file(NAME))).isBetween(1L, 32_506L);
    }
}
