package io.verge.authority.cli;

import io.verge.authority.keys.ScratchFolder;
import io.verge.authority.release.Inspection;
import io.verge.authority.release.Repository;
import io.verge.authority.store.AuthorityFolder;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An inspection with a folder for what a box would keep, which goes away with it. */
final class Look {
    private static final int LARGEST = 1 << 20;

    private Look() {}

    /** @param whole whether files are read too */
    static List<String> at(Tool tool, AuthorityFolder folder, Repository repository, boolean whole)
            throws IOException, TrustException {
        Path known = Files.exists(folder.root())
                ? folder.root()
                : folder.repository().resolve("metadata").resolve("1.root.json");
        byte[] root = tool.disk().read(known, LARGEST);
        try (ScratchFolder scratch = ScratchFolder.make()) {
            return new Inspection(repository, root, tool.disk(), scratch.path())
                    .faults(whole, tool.clock().instant());
        }
    }
}
