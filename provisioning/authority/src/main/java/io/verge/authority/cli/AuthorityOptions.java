package io.verge.authority.cli;

import io.verge.authority.keys.Passwords;
import io.verge.authority.release.Repository;
import io.verge.authority.store.AuthorityFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose keys and repository a command uses. */
final class AuthorityOptions {
    @Option(
            names = "--authority",
            required = true,
            paramLabel = "FOLDER",
            description = "The authority's folder, as init-authority made it.")
    private Path folder = Path.of("");

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = {
                "Its first line is the password of the keys. Otherwise KEY.password or password beside the key, or it"
                        + " is asked for."
            })
    private @Nullable Path passwordFile;

    AuthorityFolder folder(Tool tool) {
        return new AuthorityFolder(folder, new Passwords(passwordFile, tool.prompt()));
    }

    Repository repository(Tool tool) {
        return new Repository(tool.disk(), folder(tool).repository());
    }
}
