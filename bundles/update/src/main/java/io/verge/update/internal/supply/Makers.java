package io.verge.update.internal.supply;

import io.verge.api.cloud.Ranges;
import io.verge.api.disk.Disk;
import io.verge.api.update.UpdateRefusedException;
import io.verge.transfer.Names;
import io.verge.transfer.source.FolderSource;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpSource;
import io.verge.transfer.source.RangesSource;
import io.verge.trust.Way;
import io.verge.update.internal.engine.Supply;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The makers that every box has. */
public final class Makers {
    static final String METADATA = "metadata";
    static final String TARGETS = "targets";

    private Makers() {}

    /** Repositories in folders, {@code file:/media/stick}: carried here by a person. */
    public static SupplyMaker folders(Disk disk) {
        return uri -> {
            Path folder = folder(uri);
            return new Supply(
                    new io.verge.trust.FolderSource(disk, folder.resolve(METADATA), Way.CARRIED),
                    new FolderSource(folder.resolve(TARGETS)),
                    folder.toString());
        };
    }

    private static Path folder(URI uri) throws UpdateRefusedException {
        try {
            return Path.of(uri);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new UpdateRefusedException("no-source", "no folder: " + uri + " (file:/media/stick is one)", e);
        }
    }

    /** Repositories on web servers, {@code https://releases.example/verge/}. */
    public static SupplyMaker servers(Http http) {
        return uri -> {
            if (uri.getHost() == null) {
                throw new UpdateRefusedException("no-source", "no address of a server: " + ProfileSupplies.shown(uri));
            }
            URI root = uri.toString().endsWith("/") ? uri : URI.create(uri + "/");
            return new Supply(
                    new HttpMetadata(http, root.resolve(METADATA + "/")),
                    HttpSource.under(http, root.resolve(TARGETS + "/")),
                    ProfileSupplies.shown(root));
        };
    }

    /** Repositories that the cloud has, {@code mqtt:releases}: in parts over the session. */
    public static SupplyMaker cloud(Supplier<Optional<Ranges>> ranges) {
        return uri -> {
            String folder = uri.getSchemeSpecificPart();
            if (!Names.isSound(folder)) {
                throw new UpdateRefusedException(
                        "no-source", "no folder in the cloud: " + uri + " (mqtt:releases is one)");
            }
            return new Supply(
                    new SourceMetadata(new RangesSource(ranges, ""), folder + "/" + METADATA + "/", Way.ONLINE),
                    new RangesSource(ranges, folder + "/" + TARGETS + "/"),
                    "the cloud's " + folder);
        };
    }
}
