package io.verge.transfer.hawkbit;

import io.verge.api.disk.Sha256;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A file of an action. Nothing of it is trusted: signed metadata decides, which may itself be among the files.
 *
 * @param filename without slashes
 * @param size octets; -1 when the server does not say
 * @param sha256 null when the server does not say
 * @param link where it is
 */
public record Artifact(String filename, long size, @Nullable Sha256 sha256, URI link) {}
