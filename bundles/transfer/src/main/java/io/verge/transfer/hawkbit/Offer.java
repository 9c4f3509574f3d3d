package io.verge.transfer.hawkbit;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the server wants to be installed: {@code deployment} of DDI.
 *
 * @param action the server's number of it
 * @param download whether it may be fetched
 * @param update whether it may be installed
 * @param windowOpen whether the maintenance window is open, or there is none
 * @param chunks its parts
 */
public record Offer(String action, Handling download, Handling update, boolean windowOpen, List<Chunk> chunks) {
    /** How much the server insists. */
    public enum Handling {
        /** Not now. */
        SKIP,
        /** When it suits. */
        ATTEMPT,
        /** Now; our own rules of safety still hold. */
        FORCED
    }

    /**
     * A software module.
     *
     * @param part its kind, such as {@code bApp}
     */
    public record Chunk(String part, String name, String version, List<Artifact> artifacts) {
        public Chunk {
            artifacts = List.copyOf(artifacts);
        }
    }

    public Offer {
        chunks = List.copyOf(chunks);
    }

    /** The release that is wanted: the version of the module whose part or name is this. */
    public Optional<String> release(String module) {
        return chunks.stream()
                .filter(chunk -> chunk.part().equals(module) || chunk.name().equals(module))
                .map(Chunk::version)
                .findFirst();
    }

    /** Where a file is; the first of that name. */
    public Optional<URI> link(String filename) {
        return chunks.stream()
                .flatMap(chunk -> chunk.artifacts().stream())
                .filter(artifact -> artifact.filename().equals(filename))
                .map(Artifact::link)
                .findFirst();
    }
}
