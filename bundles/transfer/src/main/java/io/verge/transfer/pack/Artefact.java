package io.verge.transfer.pack;

import io.verge.api.disk.Sha256;

/**
 * What packed octets must become, as trusted metadata says.
 *
 * @param length octets, from 1
 */
public record Artefact(long length, Sha256 sha256) {
    public Artefact {
        if (length < 1) {
            throw new IllegalArgumentException("a file of " + length + " octets");
        }
    }
}
