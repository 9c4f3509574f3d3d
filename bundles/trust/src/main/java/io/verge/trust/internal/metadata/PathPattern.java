package io.verge.trust.internal.metadata;

/**
 * Paths of targets, with {@code *} for any characters and {@code ?} for one; neither stands for a slash. Matching takes time in
 * proportion to both lengths, because the pattern may come from somebody who wants it to take longer.
 *
 * @param text such as {@code bundles/com.example.*}
 */
public record PathPattern(String text) {
    public boolean matches(String path) {
        int at = 0;
        int star = -1;
        int resumed = 0;
        int next = 0;
        while (next < path.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                resumed = next;
            } else if (at < text.length() && isOne(text.charAt(at), path.charAt(next))) {
                at++;
                next++;
            } else if (star >= 0 && path.charAt(resumed) != '/') {
                at = star + 1;
                next = ++resumed;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    private static boolean isOne(char pattern, char character) {
        return pattern == character || (pattern == '?' && character != '/');
    }
}
