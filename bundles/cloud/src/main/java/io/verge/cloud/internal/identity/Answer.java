package io.verge.cloud.internal.identity;

import io.verge.cloud.internal.keys.Pem;
import io.verge.json.tree.JsonTreeException;
import io.verge.json.tree.JsonTreeReader;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the authority says to a request. Nothing of it is believed before {@link Acceptance}. */
sealed interface Answer {
    /** Octets of requests and answers, at most. */
    int LARGEST = 16 << 10;

    /** Of the request that is answered. */
    String id();

    /** Certificates, the box's first. */
    record Granted(String id, List<X509Certificate> chain) implements Answer {}

    /**
     * There is none.
     *
     * @param code as in HTTP
     * @param why fit to be shown
     */
    record Refused(String id, int code, String why) implements Answer {}

    /**
     * Reads one.
     *
     * @throws RefusedException when it is none; says what was expected
     */
    static Answer read(ByteBuffer content) throws RefusedException {
        Map<String, Object> answer;
        try {
            answer = Members.READER.object(content);
        } catch (JsonTreeException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
        String id = Members.text(answer, "id");
        if (answer.get("code") instanceof Long code) {
            return new Refused(id, code.intValue(), Members.shown(Members.text(answer, "why")));
        }
        try {
            List<X509Certificate> chain = Pem.read(Members.text(answer, "certificates"));
            return new Granted(id, List.copyOf(chain));
        } catch (CertificateException e) {
            throw new RefusedException("certificates: PEM was expected", e);
        }
    }

    /** How members are read. */
    final class Members {
        private static final JsonTreeReader READER =
                JsonTreeReader.of(LARGEST, 2).values(16).wholeNumbers();
        private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
        private static final int LONGEST_SHOWN = 200;

        private Members() {}

        private static String text(Map<String, Object> answer, String name) throws RefusedException {
            if (answer.get(name) instanceof String text) {
                return text;
            }
            throw new RefusedException(name + ": a text was expected");
        }

        private static String shown(String text) {
            String plain = CONTROL.matcher(text).replaceAll("?");
            return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
        }
    }
}
