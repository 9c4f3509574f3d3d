package io.verge.cloud.internal.contract;

import io.verge.api.message.MessageKind;
import io.verge.api.outbox.Lane;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The topics of one box: {@code verge/v1/{tenant}/{box}/…}. Immutable. */
public final class Topics {
    private static final String ROOT = "verge/v1/";
    private static final String COMMAND = "/command/";
    private static final String FILE = "/file/";
    private static final String DATA = "/data";
    private static final String V2X = "/v2x/";
    private static final String STATE = "/$state/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final String tenant;
    private final String box;

    /**
     * For one box.
     *
     * @throws IllegalArgumentException when one of them is not 1 to 63 of {@code a-z0-9-}: it would be another topic
     */
    public Topics(String tenant, String box) {
        if (!name(tenant) || !name(box)) {
            throw new IllegalArgumentException("tenant and box are 1 to 63 of a-z, 0-9 and -: " + tenant + ", " + box);
        }
        this.tenant = ROOT + tenant;
        this.box = this.tenant + "/" + box;
    }

    /** Whether it can be a level of a topic as it is. */
    public static boolean name(String text) {
        return NAME.matcher(text).matches();
    }

    public String online() {
        return box + "/online";
    }

    public String birth() {
        return box + "/birth";
    }

    /** Slashes in a stream become levels. */
    public String record(Lane lane, String stream) {
        return box + "/record/" + word(lane) + "/" + stream;
    }

    public String ack() {
        return box + "/ack";
    }

    /** Where a consumer says whether it is there. */
    public String consumer(String name) {
        return tenant + STATE + name;
    }

    /** The consumer that speaks on this topic; empty for other topics. */
    public Optional<String> consumerOf(String topic) {
        return below(topic, tenant + STATE);
    }

    public String desired() {
        return box + "/twin/desired";
    }

    public String reported() {
        return box + "/twin/reported";
    }

    /** The filter of all commands to this box. */
    public String commands() {
        return box + COMMAND + "+";
    }

    /** The command that this topic asks for; empty for other topics. */
    public Optional<String> commandOf(String topic) {
        return below(topic, box + COMMAND);
    }

    /** Where a reply goes when the request names no other place. */
    public String reply(String command) {
        return box + "/reply/" + command;
    }

    public String log() {
        return box + "/log";
    }

    /** The filter of what the cloud says about files. */
    public String files() {
        return box + FILE + "+/data";
    }

    /**
     * Where the box says something about a file.
     *
     * @param id of what is under way
     * @param what one of {@code offer}, {@code chunk}, {@code end}, {@code range}
     */
    public String file(String id, String what) {
        return box + FILE + id + "/" + what;
    }

    /** The id of what the octets on this topic belong to; empty for other topics, and for other boxes. */
    public Optional<String> dataOf(String topic) {
        return topic.endsWith(DATA)
                ? below(topic.substring(0, topic.length() - DATA.length()), box + FILE)
                : Optional.empty();
    }

    /** Whether it is about a file, of whatever box. */
    public static boolean data(String topic) {
        return topic.startsWith(ROOT) && topic.contains(FILE) && topic.endsWith(DATA);
    }

    /** Where the box asks for a certificate. */
    public String identityRequest() {
        return box + "/identity/request";
    }

    /** Where the authority answers. */
    public String identityCertificate() {
        return box + "/identity/certificate";
    }

    /**
     * Where a message of the road goes for those on the mobile network.
     *
     * @param quadkey each digit becomes a level
     */
    public String v2x(MessageKind kind, String quadkey) {
        StringBuilder topic = new StringBuilder(tenant).append(V2X).append(word(kind));
        quadkey.chars().forEach(digit -> topic.append('/').append((char) digit));
        return topic.toString();
    }

    /** Whether a reply may go there: below the own tenant, and no filter. */
    public boolean answerable(String topic) {
        return topic.startsWith(tenant + "/")
                && topic.length() <= 512
                && topic.chars().noneMatch(Topics::wild);
    }

    private static boolean wild(int character) {
        return character == '+' || character == '#' || character == 0;
    }

    private static Optional<String> below(String topic, String prefix) {
        return topic.startsWith(prefix)
                ? Optional.of(topic.substring(prefix.length())).filter(Topics::name)
                : Optional.empty();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
