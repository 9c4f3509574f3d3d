package io.verge.ingest.internal.line;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose records these are: what the topic {@code verge/v1/{tenant}/{box}/record/{lane}/{stream}} says.
 *
 * @param lane in lower case, one of five
 * @param stream 1 to 200 characters, levels with slashes between
 */
public record Source(String tenant, String box, String lane, String stream) {
    /** The lane whose records a box keeps until a consumer says that it has them. */
    public static final String CRITICAL = "critical";

    private static final Set<String> LANES = Set.of(CRITICAL, "event", "state", "telemetry", "bulk");
    private static final Pattern TOPIC = Pattern.compile(
            "verge/v1/(%1$s)/(%1$s)/record/([a-z]+)/([^+#\\p{Cntrl}]{1,200})".formatted("[a-z0-9][a-z0-9-]{0,62}"));

    /** Empty for other topics. */
    public static Optional<Source> of(String topic) {
        return Optional.of(TOPIC.matcher(topic))
                .filter(found -> found.matches() && LANES.contains(found.group(3)))
                .map(found -> new Source(found.group(1), found.group(2), found.group(3), found.group(4)));
    }

    /** Whether the box waits for a word of the consumer. */
    public boolean acknowledged() {
        return lane.equals(CRITICAL);
    }
}
