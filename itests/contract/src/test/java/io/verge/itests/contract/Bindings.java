package io.verge.itests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.json.tree.JsonTree;
import java.nio.charset.StandardCharsets;

/** What the box publishes against the bindings and the headers of the contract. */
public final class Bindings {
    private Bindings() {}

    /** Quality of service and retention are those of the operation. */
    public static void assertSentAs(String operation, Outbound message) {
        assertThat(message.quality()).isEqualTo(Contract.binding(operation).get("qos"));
        assertThat(message.retained()).isEqualTo(Contract.binding(operation).get("retain"));
    }

    /** The user properties are as the schema says. */
    public static void assertProperties(String schema, Outbound message) {
        assertThat(Contract.problems(schema, JsonTree.write(message.properties())))
                .isEmpty();
    }

    /** The content is as the schema says. */
    public static void assertContent(String schema, Outbound message) {
        assertThat(Contract.problems(schema, text(message))).isEmpty();
    }

    public static String text(Outbound message) {
        return StandardCharsets.UTF_8.decode(message.content()).toString();
    }
}
