package io.verge.authority.release;

import io.verge.api.disk.Sha256;
import io.verge.authority.refusal.RefusedException;
import io.verge.trust.Channel;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.TargetsDraft;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** Names such as {@code stable} for the release that is to be had now. */
public final class Channels {
    private final Repository repository;

    public Channels(Repository repository) {
        this.repository = repository;
    }

    /**
     * Drafts what points a channel at a release; it is not signed yet.
     *
     * @throws RefusedException when there is no such release, or the name is none
     */
    public Document draft(String name, String release, Instant expires)
            throws IOException, RefusedException, TrustException {
        byte[] file = channel(name, repository.release(release).name()).octets();
        Document before = repository.signed();
        repository.metadata().file(Channel.path(name), file);
        return TargetsDraft.after(before, expires)
                .add(Channel.path(name), file.length, Sha256.of(file).hex(), Map.of())
                .document();
    }

    private static Channel channel(String name, String release) throws RefusedException {
        try {
            return new Channel(name, release);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }
}
