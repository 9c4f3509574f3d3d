package io.verge.cloud.internal.identity;

import io.verge.cloud.internal.keys.Subject;
import io.verge.json.tree.JsonTree;
import io.verge.profile.ProfileTree;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the name of the box into its profile. The text stays as it is but for that, with its comments, where it can be seen that the
 * profile then says what it should; else it is written anew.
 */
final class BoxName {
    private static final String BOX = "box";
    private static final String ID = "id";
    private static final String TENANT = "tenant";
    private static final Pattern PLACE =
            Pattern.compile("(?m)(^[ \\t]+|[{,][ \\t]*)id:[ \\t]*\"?(unset|claim-[a-z0-9-]+)\"?");

    private BoxName() {}

    /**
     * A profile with the name.
     *
     * @param profile YAML, whose section {@code box} knows no name
     * @throws IllegalArgumentException when it cannot be read
     */
    static byte[] in(String profile, Subject subject) {
        Map<String, Object> wanted = wanted(ProfileTree.read(octets(profile)), subject);
        Matcher place = PLACE.matcher(profile);
        if (place.find()) {
            String head = profile.substring(0, place.start()) + place.group(1) + "id: " + subject.box();
            String indent = place.group(1).isBlank() ? "\n" + place.group(1) : ", ";
            String rest = profile.substring(place.end());
            for (String tenant : List.of("", indent + "tenant: " + subject.tenant())) {
                byte[] edited = octets(head + tenant + rest);
                if (says(edited, wanted)) {
                    return edited;
                }
            }
        }
        return ProfileTree.write(wanted);
    }

    private static Map<String, Object> wanted(Map<String, Object> profile, Subject subject) {
        Map<String, Object> box = new LinkedHashMap<>(JsonTree.map(profile.get(BOX)));
        box.put(ID, subject.box());
        if (!subject.tenant().isEmpty()) {
            box.put(TENANT, subject.tenant());
        }
        Map<String, Object> wanted = new LinkedHashMap<>(profile);
        wanted.put(BOX, box);
        return wanted;
    }

    private static boolean says(byte[] edited, Map<String, Object> wanted) {
        try {
            return ProfileTree.read(edited).equals(wanted);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
