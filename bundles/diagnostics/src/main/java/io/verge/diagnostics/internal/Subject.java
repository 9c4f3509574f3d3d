package io.verge.diagnostics.internal;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/**
 * Whom a certificate speaks of. Only plain names are taken, so that nothing that has to be escaped can be read in two ways.
 *
 * @param name CN
 * @param tenant O; empty for none
 * @param role OU, as {@link Rights}; empty for none
 */
record Subject(String name, String tenant, String role) {
    private static final Pattern PART = Pattern.compile("(CN|OU|O)=([A-Za-z0-9@._:-]{1,200})");

    /** @throws IllegalArgumentException when it is not of this form */
    static Subject of(X509Certificate certificate) {
        Map<String, String> parts = new HashMap<>();
        String name = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
        for (String one : name.split(",", -1)) {
            Matcher part = PART.matcher(one);
            if (!part.matches() || parts.put(part.group(1), part.group(2)) != null) {
                throw new IllegalArgumentException("its subject is not of the form O=TENANT, OU=ROLE, CN=NAME");
            }
        }
        if (!parts.containsKey("CN")) {
            throw new IllegalArgumentException("its subject has no CN");
        }
        return new Subject(parts.getOrDefault("CN", ""), parts.getOrDefault("O", ""), parts.getOrDefault("OU", ""));
    }
}
