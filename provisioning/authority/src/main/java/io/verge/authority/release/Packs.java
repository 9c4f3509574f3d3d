package io.verge.authority.release;

import io.verge.api.disk.Sha256;
import io.verge.transfer.Download;
import io.verge.transfer.pack.Packer;
import io.verge.transfer.pack.Packing;
import io.verge.transfer.pack.Zstd;
import io.verge.trust.Pack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the forms in which boxes fetch a bundle: whole for any box, and as what has changed for those that have an earlier one. */
public final class Packs {
    private static final String FOLDER = "packs/";
    /** A patch that saves less than a fifth is not worth its place. */
    private static final double WORTH = 0.8;

    private final Repository repository;
    private final Optional<Zstd> zstd;

    /** @param zstd without it there is only the deflated form */
    public Packs(Repository repository, Optional<Zstd> zstd) {
        this.repository = repository;
        this.zstd = zstd;
    }

    /**
     * Makes them and puts them into the repository.
     *
     * @param bases jars that boxes have, octet for octet
     */
    public List<Pack> make(BundleFile bundle, List<byte[]> bases) throws IOException {
        List<Pack> packs = new ArrayList<>();
        packs.add(put(Packing.DEFLATE, "", Packer.deflate(bundle.octets())));
        if (zstd.isPresent()) {
            Packer packer = new Packer(zstd.get());
            byte[] full = packer.full(bundle.octets());
            packs.add(put(Packing.ZSTD, "", full));
            for (byte[] base : bases) {
                byte[] patch = packer.patch(base, bundle.octets());
                if (patch.length < full.length * WORTH) {
                    packs.add(put(Packing.PATCH, Sha256.of(base).hex(), patch));
                }
            }
        }
        return packs;
    }

    private Pack put(Packing packing, String base, byte[] content) throws IOException {
        String path = FOLDER + Sha256.of(content).hex() + "." + packing.label();
        Download download = Download.of(path, new ByteArrayInputStream(content));
        repository.pack(path, content);
        return new Pack(
                packing.label(),
                base,
                path,
                download.length(),
                download.sha256().hex(),
                download.pieceLength(),
                download.pieces().stream().map(Sha256::hex).toList());
    }
}
