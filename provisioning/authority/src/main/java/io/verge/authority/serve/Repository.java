package io.verge.authority.serve;

import io.verge.api.disk.Sha256;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import io.verge.transfer.source.FolderSource;
import io.verge.transfer.source.FolderSource.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A published repository, read-only; hashes of files are remembered as long as the files do not change. One thread. */
final class Repository {
    private static final int REMEMBERED = 1_000;

    private final FolderSource folder;
    private final String prefix;
    private final Map<String, Known> known = new LinkedHashMap<>();

    private record Known(Facts facts, String sha256) {}

    /**
     * A part of a file.
     *
     * @param total octets of the whole file
     * @param sha256 of the whole file
     */
    @SuppressWarnings("ArrayRecordComponent") // a part is compared with none
    record Part(long total, String sha256, byte[] octets) {}

    /** @param prefix of the paths by which boxes ask, such as {@code releases/} */
    Repository(Path folder, String prefix) {
        this.folder = new FolderSource(folder);
        this.prefix = prefix;
    }

    /**
     * Octets of a file; fewer when it ends before.
     *
     * @throws SourceException when there is no such file, or it cannot be read
     */
    Part read(String path, long from, long to) throws SourceException {
        if (!path.startsWith(prefix)) {
            throw SourceException.of(Kind.ABSENT, "what is here begins with " + prefix);
        }
        String file = path.substring(prefix.length());
        Facts facts = folder.facts(file);
        String sha256 = sha256(file, facts);
        long end = Math.min(to, facts.length());
        if (end <= from) {
            return new Part(facts.length(), sha256, new byte[0]);
        }
        try (InputStream in = folder.range(file, from, end)) {
            return new Part(facts.length(), sha256, in.readAllBytes());
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw SourceException.broken(e);
        }
    }

    private String sha256(String file, Facts facts) throws SourceException {
        Known before = known.get(file);
        if (before != null && before.facts().equals(facts)) {
            return before.sha256();
        }
        String sha256 = Sha256.of(new byte[0]).hex();
        if (facts.length() > 0) {
            try (InputStream in = folder.range(file, 0, facts.length())) {
                sha256 = Sha256.of(in).hex();
            } catch (SourceException e) {
                throw e;
            } catch (IOException e) {
                throw SourceException.broken(e);
            }
        }
        if (known.size() >= REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(file, new Known(facts, sha256));
        return sha256;
    }
}
