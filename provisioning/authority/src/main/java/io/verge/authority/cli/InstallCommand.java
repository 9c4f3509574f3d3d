package io.verge.authority.cli;

import io.verge.authority.identity.IdentityFolder;
import io.verge.authority.refusal.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** On the box: joins the certificate with its key. */
@Command(
        name = "install",
        description = "On the box: join the certificate that the authority gave with the key that waits for it.")
final class InstallCommand extends ToolCommand {
    private static final int LARGEST = 1 << 16;

    @Parameters(paramLabel = "FILE", description = "What 'enroll' wrote, such as identity.pem.")
    private Path certificate = Path.of("");

    @Option(
            names = "--out",
            defaultValue = "/etc/verge/identity",
            paramLabel = "DIR",
            description = "Where the identity is; default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("");

    InstallCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException {
        IdentityFolder identity = new IdentityFolder(folder);
        X509Certificate installed = identity.install(tool().disk().read(certificate, LARGEST), now());
        say(identity.keys() + ": " + installed.getSubjectX500Principal().getName() + ", until "
                + installed.getNotAfter().toInstant());
        return ExitCode.OK;
    }
}
