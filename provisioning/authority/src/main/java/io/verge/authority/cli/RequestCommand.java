package io.verge.authority.cli;

import io.verge.authority.identity.IdentityFolder;
import io.verge.authority.identity.Label;
import io.verge.authority.identity.Subject;
import io.verge.authority.refusal.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** On the box: makes a key and asks for its certificate. */
@Command(
        name = "request",
        description = {
            "On the box: make its key, which never leaves it, and the request for its certificate.",
            "An identity that is in use stays so until 'install' puts the new one in its place."
        })
final class RequestCommand extends ToolCommand {
    @Parameters(paramLabel = "BOX", description = "Its name, as box.id in its profile.")
    private String box = "";

    @Option(
            names = "--out",
            defaultValue = "/etc/verge/identity",
            paramLabel = "DIR",
            description = "Where the identity is; default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("");

    @Option(names = "--tenant", defaultValue = "", description = "As box.tenant in its profile.")
    private String tenant = "";

    RequestCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException {
        IdentityFolder identity = new IdentityFolder(folder);
        Label label = identity.request(Subject.box(box, tenant), now(), tool().random());
        say(identity.request() + ": give it to the authority, for 'enroll " + box + " --csr FILE'");
        say("label  " + label.text());
        return ExitCode.OK;
    }
}
