package io.verge.authority.cli;

import io.verge.authority.keys.Passwords;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.store.AuthorityFolder;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.Signer;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a signature. */
@Command(
        name = "cosign",
        description = {
            "Add the signature of one key to what 'sign --unsigned' wrote. The file goes from one holder of a key to"
                    + " the next; 'submit' takes it when enough have signed."
        })
final class CosignCommand extends ToolCommand {
    private static final int LARGEST = 2 << 20;

    @Parameters(paramLabel = "FILE", description = "What is to be signed; it is written anew.")
    private Path file = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "PKCS#12 of the key.")
    private Path key = Path.of("");

    @Option(names = "--password-file", paramLabel = "FILE", description = "Its first line is the key's password.")
    private @Nullable Path passwordFile;

    CosignCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        Document document = Document.parse(tool().disk().read(file, LARGEST));
        Signer signer = new AuthorityFolder(file, new Passwords(passwordFile, tool().prompt())).signer(key);
        Document signed = document.signedBy(signer);
        tool().disk().replace(file, signed.octets());
        say(file + ": version " + signed.version() + " of " + signed.type() + ", signed by "
                + signed.signers().size() + (signed.signers().size() == 1 ? " key" : " keys"));
        return ExitCode.OK;
    }
}
