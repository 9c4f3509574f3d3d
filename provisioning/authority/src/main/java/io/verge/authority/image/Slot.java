package io.verge.authority.image;

import io.verge.authority.refusal.RefusedException;
import java.io.IOException;
import java.nio.file.Path;

/** Fills the identity of a box into a folder that stands for its {@code /etc/verge}. */
@FunctionalInterface
public interface Slot {
    /** Makes {@code identity/} and {@code trust/} in an empty folder. */
    void fill(Path home) throws IOException, RefusedException;
}
