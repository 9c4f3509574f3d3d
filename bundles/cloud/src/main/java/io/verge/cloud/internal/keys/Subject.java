package io.verge.cloud.internal.keys;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/**
 * Whom the certificate of a box speaks of. Only plain names are taken, so that nothing that has to be escaped can be read in two ways;
 * of another form, both are empty.
 *
 * @param box CN
 * @param tenant O; empty for none
 */
public record Subject(String box, String tenant) {
    /** Of whom nothing is known. */
    public static final Subject NOBODY = new Subject("", "");

    private static final String CLAIM = "claim-";
    private static final Pattern PART = Pattern.compile("(CN|O)=([a-z0-9][a-z0-9-]{0,62})");

    /** Of a certificate. */
    public static Subject of(X509Certificate certificate) {
        Map<String, String> parts = new HashMap<>();
        String name = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
        for (String one : name.split(",", -1)) {
            Matcher part = PART.matcher(one);
            if (!part.matches() || parts.put(part.group(1), part.group(2)) != null) {
                return NOBODY;
            }
        }
        return parts.containsKey("CN")
                ? new Subject(parts.getOrDefault("CN", ""), parts.getOrDefault("O", ""))
                : NOBODY;
    }

    /** Whether it is one from the factory, with which a box can only ask for its real one. */
    public boolean isClaim() {
        return box.startsWith(CLAIM);
    }

    /** Whether a profile calls its box so that knows no name yet: that of a golden image, or of a claim. */
    public static boolean isNoName(String box) {
        return box.equals("unset") || box.startsWith(CLAIM);
    }
}
