package io.verge.ingest.internal.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a box is there, as it says itself or its will says of it.
 *
 * @param connection counts the connections of the box: an "offline" of an older one than the newest "online" is a will that came late
 */
public record Online(String tenant, String box, boolean online, long connection, String store, String version) {
    private static final Pattern TOPIC = Pattern.compile("verge/v1/([a-z0-9-]{1,63})/([a-z0-9-]{1,63})/online");
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST = 64;

    /** Whether a topic is one of these. */
    public static boolean speaksOn(String topic) {
        return TOPIC.matcher(topic).matches();
    }

    /** Empty when it is of another tenant, or not as the contract says. */
    public static Optional<Online> read(String tenant, Message message) {
        Matcher topic = TOPIC.matcher(message.topic());
        if (!topic.matches() || !topic.group(1).equals(tenant)) {
            return Optional.empty();
        }
        try (JsonParser in = FACTORY.createParser(message.content())) {
            return new Fields().read(in, tenant, topic.group(2));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static final class Fields {
        private @Nullable Boolean online;
        private long connection = -1;
        private String store = "";
        private String version = "";

        private Optional<Online> read(JsonParser in, String tenant, String box) throws IOException {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                field(name, in.nextToken(), in);
            }
            return online == null || connection < 0
                    ? Optional.empty()
                    : Optional.of(new Online(tenant, box, online, connection, store, version));
        }

        private void field(String name, @Nullable JsonToken token, JsonParser in) throws IOException {
            if (name.equals("connection") && token == JsonToken.VALUE_NUMBER_INT) {
                connection = in.getLongValue();
            } else if (token == JsonToken.VALUE_STRING) {
                text(name, in.getText());
            }
            in.skipChildren();
        }

        private void text(String name, String value) {
            switch (name) {
                case "state" ->
                    online = value.equals("online") ? Boolean.TRUE : value.equals("offline") ? Boolean.FALSE : null;
                case "store" -> store = brief(value);
                case "version" -> version = brief(value);
                default -> {} // what a later edition of the contract may add
            }
        }

        private static String brief(String value) {
            return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
        }
    }
}
