package io.verge.transfer.hawkbit;

import io.verge.api.disk.Sha256;
import io.verge.transfer.hawkbit.Offer.Chunk;
import io.verge.transfer.hawkbit.Offer.Handling;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code deploymentBase} and {@code confirmationBase}; what makes no sense in them is an {@link IOException}. */
final class OfferReader {
    private static final int MOST_CHUNKS = 64;
    private static final int MOST_ARTIFACTS = 4_096;

    private OfferReader() {}

    /** @param body the name under which it stands: {@code deployment} or {@code confirmation} */
    static Offer read(Json json, String body) throws IOException {
        String action = json.at("id").text().orElseThrow(() -> new IOException("an action without an id"));
        Json deployment = json.at(body);
        List<Json> chunks = deployment.at("chunks").list();
        long artifacts = chunks.stream()
                .mapToLong(chunk -> chunk.at("artifacts").list().size())
                .sum();
        if (chunks.size() > MOST_CHUNKS || artifacts > MOST_ARTIFACTS) {
            throw new IOException("action " + action + " has " + chunks.size() + " modules and " + artifacts
                    + " files: at most " + MOST_CHUNKS + " and " + MOST_ARTIFACTS);
        }
        boolean open = !deployment.at("maintenanceWindow").text().orElse("").equals("unavailable");
        return new Offer(
                action,
                handling(deployment.at("download")),
                handling(deployment.at("update")),
                open,
                chunks.stream().map(OfferReader::chunk).toList());
    }

    /** A word that we do not know is no leave to do anything. */
    private static Handling handling(Json json) {
        return switch (json.text().orElse("")) {
            case "attempt" -> Handling.ATTEMPT;
            case "forced" -> Handling.FORCED;
            default -> Handling.SKIP;
        };
    }

    private static Chunk chunk(Json json) {
        return new Chunk(
                json.at("part").text().orElse(""),
                json.at("name").text().orElse(""),
                json.at("version").text().orElse(""),
                json.at("artifacts").list().stream()
                        .map(OfferReader::artifact)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Empty when it has no name or no link: then there is nothing to fetch. */
    private static Optional<Artifact> artifact(Json json) {
        String filename = json.at("filename").text().orElse("");
        Optional<URI> link = json.at("_links", "download", "href")
                .text()
                .or(() -> json.at("_links", "download-http", "href").text())
                .flatMap(OfferReader::address);
        if (filename.isEmpty() || filename.indexOf('/') >= 0) {
            return Optional.empty();
        }
        return link.map(uri -> new Artifact(filename, json.at("size").count(), hash(json), uri));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Sha256 hash(Json json) {
        try {
            return json.at("hashes", "sha256").text().map(Sha256::new).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
