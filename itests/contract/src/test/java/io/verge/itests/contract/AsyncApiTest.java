package io.verge.itests.contract;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.message.MessageKind;
import io.verge.api.outbox.Lane;
import io.verge.cloud.internal.contract.Topics;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document, read as a document, against the code's topics. */
class AsyncApiTest {
    private static final Topics TOPICS = new Topics("tenant", "box");

    @Test
    void itsChannelsAreTheTopicsOfTheCode() {
        assertThat(Contract.addresses())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        entry("online", address(TOPICS.online())),
                        entry("birth", address(TOPICS.birth())),
                        entry(
                                "record",
                                address(TOPICS.record(Lane.CRITICAL, "{stream}"))
                                        .replace("critical", "{lane}")),
                        entry("ack", address(TOPICS.ack())),
                        entry("consumer", address(TOPICS.consumer("{consumer}"))),
                        entry("desired", address(TOPICS.desired())),
                        entry("reported", address(TOPICS.reported())),
                        entry("command", address(TOPICS.commands()).replace("+", "{command}")),
                        entry("reply", address(TOPICS.reply("{command}"))),
                        entry("log", address(TOPICS.log())),
                        entry("fileOffer", address(TOPICS.file("{id}", "offer"))),
                        entry("fileChunk", address(TOPICS.file("{id}", "chunk"))),
                        entry("fileEnd", address(TOPICS.file("{id}", "end"))),
                        entry("fileRange", address(TOPICS.file("{id}", "range"))),
                        entry("fileData", address(TOPICS.files()).replace("+", "{id}")),
                        entry("identityRequest", address(TOPICS.identityRequest())),
                        entry("identityCertificate", address(TOPICS.identityCertificate())),
                        entry(
                                "v2x",
                                address(TOPICS.v2x(MessageKind.SPAT, "13"))
                                        .replace("spat", "{type}")
                                        .replace("1/3", "{quadkey}"))));
    }

    @Test
    void itsLanesAreTheLanesOfTheCodeInTheirOrder() {
        List<String> lanes = Arrays.stream(Lane.values())
                .map(lane -> lane.name().toLowerCase(Locale.ROOT))
                .toList();

        assertThat(Contract.map(Contract.asyncApi(), "channels", "record", "parameters", "lane")
                        .get("enum"))
                .isEqualTo(lanes);
    }

    @Test
    void everyParameterOfAnAddressIsExplained() {
        Contract.addresses().forEach((name, address) -> assertThat(
                        Contract.map(Contract.asyncApi(), "channels", name, "parameters")
                                .keySet())
                .allSatisfy(parameter -> assertThat(address).contains("{" + parameter + "}"))
                .hasSize((int)
                        address.chars().filter(character -> character == '{').count()));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = references(Contract.asyncApi());

        assertThat(references).hasSizeGreaterThan(20);
        assertThat(references).allSatisfy(reference -> {
            if (reference.startsWith("#/")) {
                assertThat(Contract.map(
                                Contract.asyncApi(), reference.substring(2).split("/", -1)))
                        .isNotEmpty();
            } else {
                assertThat(Files.exists(Contract.file(reference))).isTrue();
            }
        });
    }

    @Test
    void everySchemaIsUsed() throws Exception {
        List<String> references = references(Contract.asyncApi());
        try (Stream<java.nio.file.Path> files = Files.list(Contract.file("schemas"))) {
            assertThat(files.map(file -> "schemas/" + file.getFileName())).isSubsetOf(references);
        }
    }

    private static String address(String topic) {
        return topic.replace("/tenant/", "/{tenant}/").replace("/box/", "/{box}/");
    }

    private static List<String> references(Object node) {
        List<String> found = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                found.add(reference);
            }
            map.values().forEach(value -> found.addAll(references(value)));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> found.addAll(references(value)));
        }
        return found;
    }
}
