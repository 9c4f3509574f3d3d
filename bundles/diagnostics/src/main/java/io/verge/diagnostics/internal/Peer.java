package io.verge.diagnostics.internal;

/**
 * Who asks.
 *
 * @param identity of a key or certificate; the address of somebody who has shown neither
 * @param known whether they have shown one that is valid now
 */
record Peer(String identity, boolean known, Rights rights) {
    Role role() {
        return rights.role();
    }

    /** For the trail; empty when nobody knows. */
    String roleWord() {
        return known ? role().word() : "";
    }
}
