package io.verge.update.internal.engine;

/** The file {@code root.json} of a box. */
public final class Anchor {
    private final byte[] root;

    /** @param root as it was read; copied */
    public Anchor(byte[] root) {
        this.root = root.clone();
    }

    byte[] root() {
        return root.clone();
    }
}
