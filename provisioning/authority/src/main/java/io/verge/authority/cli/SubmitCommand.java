package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.Repository;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes what several people have signed. */
@Command(
        name = "submit",
        description =
                "Put what several people have signed into the repository; 'publish' refuses it when they are too few.")
final class SubmitCommand extends ToolCommand {
    private static final int LARGEST = 2 << 20;

    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Parameters(paramLabel = "FILE", description = "What 'cosign' wrote last.")
    private Path file = Path.of("");

    @Option(
            names = "--role",
            defaultValue = Repository.TOP,
            paramLabel = "VENDOR",
            description = "Whose it is; default: that of the authority.")
    private String role = "";

    SubmitCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException, TrustException {
        Document document = Document.parse(tool().disk().read(file, LARGEST));
        Repository repository = authority.repository(tool());
        if (document.type().equals("root")) {
            repository.metadata().root(document);
        } else {
            repository.metadata().targets(role, document);
        }
        say("took version " + document.version() + " of " + document.type() + ", signed by "
                + document.signers().size() + "; boxes see it after 'publish'");
        return ExitCode.OK;
    }
}
