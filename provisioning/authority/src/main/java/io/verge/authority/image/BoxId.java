package io.verge.authority.image;

import io.verge.authority.refusal.RefusedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a box's name into the profile of a golden image, which says {@code unset} there, and changes nothing else of it. */
final class BoxId {
    /** What the profile of a golden image says. */
    static final String UNSET = "unset";

    /** {@code box: {id: unset, …}} in a line, or {@code id: unset} in the block below {@code box:}. */
    private static final Pattern ID = Pattern.compile(
            "^(box:[ \\t]*(?:\\{[^}\\n"
                    + "]*?|(?:#[^\\n"
                    + "]*)?\\n"
                    + "(?:[ \\t]+[^\\n"
                    + "]*\\n"
                    + "|[ \\t]*#[^\\n"
                    + "]*\\n"
                    + "|[ \\t]*\\n"
                    + ")*?[ \\t]+))\\bid:[ \\t]*\"?([a-z0-9-]{1,40})\"?",
            Pattern.MULTILINE);

    private BoxId() {}

    /** @throws RefusedException when it has no such place, or another box's name in it */
    static String in(String profile, String box) throws RefusedException {
        Matcher found = ID.matcher(profile);
        if (!found.find()) {
            throw new RefusedException("the profile of the image has no place for the name of the box:"
                    + " write 'box: {id: " + UNSET + ", …}' into it");
        }
        String before = found.group(2);
        if (!before.equals(UNSET) && !before.equals(box)) {
            throw new RefusedException("the profile of the image is that of " + before + ", and not one for all boxes:"
                    + " a golden image says 'id: " + UNSET + "'");
        }
        return profile.substring(0, found.start(2)) + box + profile.substring(found.end(2));
    }
}
