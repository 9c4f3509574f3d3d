package io.verge.itests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas say yes to their examples, and no to what is wrong. */
class SchemasTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "online",
                "birth",
                "record-line",
                "record-properties",
                "record-update",
                "ack",
                "state",
                "desired",
                "reported",
                "command",
                "command-properties",
                "reply",
                "log",
                "file-offer",
                "file-end",
                "file-range",
                "file-properties",
                "file-data-properties",
                "identity-request",
                "identity-certificate",
                "v2x-properties"
            })
    void examplesAreRight(String schema) {
        assertThat(Contract.examples(schema)).isNotEmpty().allSatisfy(example -> assertThat(
                        Contract.problems(schema, example))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "online | {\"state\":\"asleep\",\"connection\":1,\"store\":\"\",\"version\":\"1\"}",
                "online | {\"state\":\"online\",\"connection\":0,\"store\":\"\",\"version\":\"1\"}",
                "birth | {\"tenant\":\"Wuhan\"}",
                "record-line | {\"sequence\":0,\"time\":\"2026-05-01T12:00:00Z\",\"body\":1}",
                "record-line | {\"sequence\":1,\"time\":\"yesterday\",\"body\":1}",
                "record-line | {\"sequence\":1,\"time\":\"2026-05-01T12:00:00Z\"}",
                "record-properties | {\"store\":\"\",\"backlog\":\"true\"}",
                "record-properties |"
                        + " {\"store\":\"00112233445566aa\",\"backlog\":\"true\",\"content-encoding\":\"gzip\"}",
                "ack |"
                        + " {\"consumer\":\"ingest\",\"store\":\"00112233445566aa\",\"records\":[{\"lane\":\"urgent\",\"stream\":\"s\",\"sequences\":[]}]}",
                "ack |"
                        + " {\"consumer\":\"ingest\",\"store\":\"00112233445566aa\",\"records\":[{\"lane\":\"bulk\",\"stream\":\"s\",\"sequences\":[[1]]}]}",
                "state | {\"state\":true}",
                "desired | {\"epoch\":1,\"version\":1.5,\"profile\":{}}",
                "desired | {\"epoch\":1,\"version\":1}",
                "reported | {\"base\":3,\"version\":4,\"full\":true,\"patch\":{}}",
                "reported |"
                        + " {\"base\":3,\"version\":4,\"full\":false,\"patch\":{\"keys\":{\"apps\":{\"st\":\"fine\"}}}}",
                "command-properties | {\"expires\":\"soon\"}",
                "reply | {\"code\":418}",
                "reply | {\"code\":202}",
                "reply | {\"code\":200,\"progress\":40}",
                "log | {\"level\":\"DEBUG\",\"until\":\"2026-05-01T12:10:00Z\",\"dropped\":0,\"lines\":[]}",
                "log | {\"level\":\"WARN\",\"until\":\"2026-05-01T12:10:00Z\",\"dropped\":-1,\"lines\":[]}",
                "log |"
                        + " {\"level\":\"WARN\",\"until\":\"2026-05-01T12:10:00Z\",\"dropped\":0,\"lines\":[{\"number\":1}]}",
                "file-offer |"
                        + " {\"id\":\"up-1\",\"source\":\"etc\",\"name\":\"a\",\"total\":0,\"sha256\":\"00\",\"from\":0,\"to\":0}",
                "file-end | {\"code\":200,\"why\":\"so\"}",
                "file-end | {\"code\":410}",
                "file-range | {\"path\":\"../a\",\"from\":0,\"to\":1}",
                "file-range | {\"path\":\"a\",\"from\":-1,\"to\":1}",
                "file-properties | {\"offset\":\"-1\",\"total\":\"2\",\"sha256\":\"00\"}",
                "file-data-properties | {\"offset\":\"0\"}",
                "file-data-properties | {\"code\":\"200\"}",
                "identity-request | {\"id\":\"a\",\"request\":\"\",\"certificate\":\"\",\"signature\":\"\"}",
                "identity-certificate | {\"id\":\"a\"}",
                "identity-certificate | {\"id\":\"a\",\"code\":403}",
                "identity-certificate | {\"id\":\"a\",\"code\":200,\"why\":\"so\"}",
                "v2x-properties |"
                        + " {\"box\":\"crossing-1\",\"set\":\"gpx\",\"application\":\"1\",\"time\":\"2026-05-01T12:00:00Z\"}",
            })
    void whatIsWrongIsFound(String schema, String document) {
        assertThat(Contract.problems(schema, document)).isNotEmpty();
    }
}
