package io.verge.messages.compiler;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a module is said with file, line, column and what was expected. */
class SourceErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            A ::= SEQUENCE { a INTEGER (0..7)         | Test.asn:3:1: expected '}', found 'END'
            A ::= SEQUENCE { a Unknown }              | Test.asn:2:20: expected a type, found 'Unknown', which is neither assigned nor imported in Test
            A ::= SEQUENCE { A INTEGER }              | Test.asn:2:18: expected the name of a component, found 'A'
            A ::= INTEGER (5..1)                      | Test.asn:2:15: expected a range with a value in it, found 5..1
            A ::= INTEGER (0..99999999999999999999)   | Test.asn:2:15: expected a range within 64 bits, found 0..99999999999999999999
            A ::= INTEGER (0..top)                    | Test.asn:2:19: expected a number or the name of one
            A ::= REAL                                | Test.asn:3:1: expected a supported type: REAL is none, found 'END'
            A ::= [1] INTEGER                         | Test.asn:2:7: expected a type without a tag: the module has AUTOMATIC TAGS, found '['
            A ::= A                                   | Test.asn:2:7: A is defined by itself
            A ::= "text                               | Test.asn:2:7: this string has no end, expected '"'
            A ::= ENUMERATED { a(1), b(1) }           | Test.asn:2:26: expected a number that is not used yet for b
            A ::= BOOLEAN A ::= NULL                  | Test.asn:2:15: A is assigned a second time
            A ::= SEQUENCE { a BOOLEAN DEFAULT 3 }    | Test.asn:2:36: expected a DEFAULT that is a number, boolean, string or enumeration value
            A ::= OCTET STRING (SIZE (-1))            | Test.asn:2:20: expected a range with a value in it, found 0..-1
            A ::= B {BOOLEAN} B ::= NULL              | Test.asn:2:7: expected 0 arguments for B, found 1
            a # b                                     | Test.asn:2:3: unexpected character '#'
            """)
    void namesThePlaceAndWhatWasExpected(String assignment, String message, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("Test.asn");
        Files.writeString(file, "Test DEFINITIONS AUTOMATIC TAGS ::= BEGIN\n" + assignment + "\nEND\n");
        assertThatThrownBy(() -> Compiler.compile(Compiler.read(List.of(file)), "p", "test"))
                .isInstanceOf(SourceException.class)
                .hasMessage(message);
    }
}
