package io.verge.cloud.internal.command;

import io.verge.json.tree.JsonTree;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is answered: {@code {"code":200,"content":…}}.
 *
 * @param code as in HTTP
 * @param content JSON; empty when there is none
 */
record Reply(int code, String content) {
    static final int OK = 200;
    static final int PROGRESS = 202;
    static final int BAD = 400;
    static final int FORBIDDEN = 403;
    static final int UNKNOWN = 404;
    static final int CONFLICT = 409;
    static final int EXPIRED = 410;
    static final int REFUSED = 422;
    /** The clock does not say whether it is too late. */
    static final int UNSURE = 425;

    static final int TOO_MANY = 429;
    static final int FAILED = 500;
    static final int UNAVAILABLE = 503;
    /** It had not ended when its request expired. */
    static final int LATE = 504;

    /** The largest content, octets. */
    static final int LARGEST = 64 * 1024;

    private static final JsonTreeReader READER = JsonTreeReader.of(LARGEST, 40);

    /** One that only says why. */
    static Reply why(int code, String why) {
        return new Reply(code, JsonTree.write(Map.of("why", why)));
    }

    /** As it is published. */
    String json() {
        return content.isEmpty() ? "{\"code\":" + code + "}" : "{\"code\":" + code + ",\"content\":" + content + "}";
    }

    static String progress(int percent) {
        return "{\"code\":" + PROGRESS + ",\"progress\":" + percent + "}";
    }

    /** What a command has answered, made sure of: a known final code, and content that is JSON of a bounded size. */
    static Reply of(int code, String content) {
        boolean known =
                switch (code) {
                    case OK, BAD, FORBIDDEN, UNKNOWN, CONFLICT, REFUSED, TOO_MANY, FAILED, UNAVAILABLE -> true;
                    default -> false;
                };
        if (!known) {
            return why(FAILED, "the command has answered with the code " + code + ", which is none of the contract's");
        }
        if (content.isBlank()) {
            return new Reply(code, "");
        }
        try {
            byte[] octets = content.getBytes(StandardCharsets.UTF_8);
            return new Reply(code, JsonTree.write(READER.read(octets)));
        } catch (JsonTreeException e) {
            return why(FAILED, "the command's answer cannot be sent: " + e.getMessage());
        }
    }
}
