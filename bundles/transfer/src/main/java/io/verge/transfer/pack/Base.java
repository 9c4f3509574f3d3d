package io.verge.transfer.pack;

import io.verge.api.disk.Sha256;
import java.nio.file.Path;

/**
 * A jar that the box has, of which something is a patch.
 *
 * @param file where it should lie
 * @param sha256 that it must have
 */
public record Base(Path file, Sha256 sha256) {}
