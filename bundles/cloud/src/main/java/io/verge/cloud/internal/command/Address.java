package io.verge.cloud.internal.command;

import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the answer to a request goes. Whoever can send a command must not make the box speak where commands, wishes and records are read:
 * that would lend him the box's rights.
 *
 * @param correlation as in the request; null when it had none, or one that is too long
 */
record Address(String topic, @Nullable ByteBuffer correlation) {
    static final int LONGEST_CORRELATION = 64;

    /** Levels that follow the box's and are read by others than those who ask. */
    private static final Set<String> TAKEN =
            Set.of("birth", "online", "record", "ack", "twin", "command", "log", "file");

    private static final int TENANT_LEVELS = 3;

    /** As the request wants it, or where replies go without a wish when that cannot be. */
    static Address of(Inbound request, Topics topics, String name) {
        String wanted = request.responseTopic();
        ByteBuffer correlation = request.correlation();
        return new Address(
                wanted != null && allowed(wanted, topics) ? wanted : topics.reply(name),
                correlation == null || correlation.remaining() > LONGEST_CORRELATION ? null : correlation);
    }

    /** @throws RefusedException when the answer cannot go where the request wants it */
    static void check(Inbound request, Topics topics) throws RefusedException {
        String wanted = request.responseTopic();
        if (wanted == null) {
            return;
        }
        if (!topics.answerable(wanted)) {
            throw new RefusedException(
                    Reply.FORBIDDEN,
                    "response topic: one below the box's own tenant, without wild cards, was expected");
        }
        if (!allowed(wanted, topics)) {
            throw new RefusedException(Reply.FORBIDDEN, "response topic: this one is not for replies");
        }
    }

    private static boolean allowed(String topic, Topics topics) {
        String[] levels = topic.split("/", -1);
        boolean reserved = levels.length <= TENANT_LEVELS + 1
                || levels[TENANT_LEVELS].startsWith("$")
                || levels[TENANT_LEVELS].equals("v2x")
                || TAKEN.contains(levels[TENANT_LEVELS + 1]);
        return topics.answerable(topic) && !reserved;
    }
}
