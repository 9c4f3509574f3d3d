package io.verge.trust.internal.metadata;

import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.internal.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Hashes of one file.
 *
 * @param digits lower-case hexadecimal by TUF's name of the algorithm
 */
public record Hashes(Map<String, String> digits) {
    private static final Map<String, String> JAVA_NAMES = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    private static final Map<String, Integer> LENGTHS = Map.of("sha256", 64, "sha512", 128);

    /** They become part of names of files. */
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

    public Hashes {
        digits = Map.copyOf(digits);
    }

    /** One of those known here has to be among them, if there are any. */
    static Hashes of(JsonObject json) throws TrustException {
        Map<String, String> digits = new LinkedHashMap<>();
        for (String algorithm : json.fields().keySet()) {
            String text = json.text(algorithm).toLowerCase(Locale.ROOT);
            if (LENGTHS.getOrDefault(algorithm, 0) == text.length()
                    && HEX.matcher(text).matches()) {
                digits.put(algorithm, text);
            }
        }
        if (digits.isEmpty() && !json.fields().isEmpty()) {
            throw json.refused("", "has no hash that is known here, such as sha256");
        }
        return new Hashes(digits);
    }

    void check(String role, byte[] content) throws TrustException {
        for (Map.Entry<String, String> one : digits.entrySet()) {
            if (!of(one.getKey(), content).equals(one.getValue())) {
                throw new TrustException(
                        Reason.MISMATCH, role, "does not have the " + one.getKey() + " that was promised");
            }
        }
    }

    /**
     * The hash of octets, in lower-case hexadecimal.
     *
     * @param algorithm {@code sha256} or {@code sha512}
     */
    public static String of(String algorithm, byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance(JAVA_NAMES.getOrDefault(algorithm, algorithm));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
