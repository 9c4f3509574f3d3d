package io.verge.itests.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "online", address(TOPICS.online()),
                        "birth", address(TOPICS.birth()),
                        "record",
                                address(TOPICS.record(Lane.CRITICAL, "{stream}"))
                                        .replace("critical", "{lane}"),
                        "ack", address(TOPICS.ack()),
                        "consumer", address(TOPICS.consumer("{consumer}")),
                        "desired", address(TOPICS.desired()),
                        "reported", address(TOPICS.reported()),
                        "command", address(TOPICS.commands()).replace("+", "{command}"),
                        "reply", address(TOPICS.reply("{command}"))));
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
