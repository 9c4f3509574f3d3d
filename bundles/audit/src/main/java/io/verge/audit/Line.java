package io.verge.audit;

import io.verge.api.audit.AuditEntry;
import io.verge.api.disk.CheckedText;
import io.verge.api.disk.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A line of the trail: {@code CRC HASH JSON}. The CRC tells a line that was torn or has rotten from one that somebody changed; the hash
 * is SHA-256 over the 32 octets of the hash before and the octets of the JSON as they stand there, so that anybody can compute it.
 */
final class Line {
    /** Before the first entry. */
    static final String NO_HASH = "0".repeat(64);

    private static final char SPACE = ' ';
    private static final int HASH_DIGITS = 64;

    private Line() {}

    /** An entry that was read, and what its hash is over. */
    record Read(AuditEntry entry, String json) {}

    static String hash(String previous, String json) {
        MessageDigest digest = Sha256.digest();
        digest.update(HexFormat.of().parseHex(previous));
        digest.update(json.getBytes(StandardCharsets.UTF_8));
        return Sha256.of(digest).hex();
    }

    /** With the end of the line. */
    static byte[] of(String hash, String json) {
        return (CheckedText.of(SPACE, hash + SPACE + json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Empty when it is not as it was written. Whether its hash is right is another question. */
    static Optional<Read> read(String line) {
        Optional<String> text = CheckedText.read(SPACE, line);
        if (text.isEmpty() || text.get().length() <= HASH_DIGITS || text.get().charAt(HASH_DIGITS) != SPACE) {
            return Optional.empty();
        }
        String hash = text.get().substring(0, HASH_DIGITS);
        String json = text.get().substring(HASH_DIGITS + 1);
        try {
            if (!Sha256.isOne(hash)) {
                return Optional.empty();
            }
            ActJson.Numbered act = ActJson.read(json);
            return Optional.of(new Read(new AuditEntry(act.number(), act.time(), act.act(), hash), json));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
