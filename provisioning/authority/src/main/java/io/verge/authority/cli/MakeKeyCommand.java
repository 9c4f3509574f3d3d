package io.verge.authority.cli;

import io.verge.authority.keys.KeyFile;
import io.verge.authority.keys.Keys;
import io.verge.authority.keys.Password;
import io.verge.authority.keys.SecretFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a key for somebody who signs. */
@Command(
        name = "make-key",
        description =
                "Make an Ed25519 key for a vendor or another person who signs: NAME.p12, which stays with them, and"
                        + " NAME.pub.")
final class MakeKeyCommand extends ToolCommand {
    @Parameters(paramLabel = "NAME", description = "Of the files, such as acme-1.")
    private String name = "";

    @Option(names = "--out", defaultValue = ".", paramLabel = "DIR", description = "Where; default: here.")
    private Path folder = Path.of("");

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Its first line is the key's password; otherwise one is generated into NAME.password.")
    private @Nullable Path passwordFile;

    MakeKeyCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}")) {
            throw misuse("NAME is no name of a file: 1 to 64 letters, digits, '.', '_' and '-'");
        }
        SecretFile.folder(folder.toAbsolutePath().normalize());
        char[] password = passwordFile == null ? Password.generate(tool().random()) : Password.read(passwordFile);
        KeyPair pair = Keys.ed25519();
        KeyFile.bare(pair, name, now()).create(folder.resolve(name + ".p12"), password);
        if (passwordFile == null) {
            Password.write(folder.resolve(name + ".password"), password);
        }
        Path shown = folder.resolve(name + ".pub");
        tool().disk().replace(shown, Keys.pem(pair.getPublic()).getBytes(StandardCharsets.UTF_8));
        say(shown + ": give it to the authority; " + name + ".p12 stays with you");
        return ExitCode.OK;
    }
}
