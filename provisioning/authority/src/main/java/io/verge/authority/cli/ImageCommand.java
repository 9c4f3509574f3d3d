package io.verge.authority.cli;

import io.verge.authority.identity.Enrolment;
import io.verge.authority.identity.Label;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.Subject;
import io.verge.authority.image.GoldenImage;
import io.verge.authority.refusal.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the image of one box of a golden one. */
@Command(
        name = "image",
        description = {
            "Fill the identity of a box into a copy of a golden image: etc/verge/identity, etc/verge/trust, and box.id"
                    + " in etc/verge/profile.yaml, which says 'unset' there. No other file is touched."
        })
final class ImageCommand extends ToolCommand {
    @Mixin
    private Issuing issuing = new Issuing();

    @Option(
            names = "--base",
            required = true,
            paramLabel = "TAR|DIR",
            description = "The root file system: a folder, which is changed, or a tar (also .tar.gz), which is copied.")
    private Path base = Path.of("");

    @Option(names = "--box", required = true, paramLabel = "BOX", description = "Its name, as box.id in its profile.")
    private String box = "";

    @Option(names = "--out", paramLabel = "FILE", description = "The new tar; it holds the box's private key.")
    private @Nullable Path out;

    @Option(names = "--tenant", defaultValue = "", description = "As box.tenant in its profile.")
    private String tenant = "";

    ImageCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException {
        boolean tree = Files.isDirectory(base);
        if (!tree && out == null) {
            throw misuse("--out FILE is missing: the new tar");
        }
        Enrolment enrolment = issuing.enrolment(tool(), Purpose.BOX, Purpose.BOX.usual());
        Subject subject = Subject.box(box, tenant);
        GoldenImage image = new GoldenImage(box, home -> {
            Label label = enrolment.atHome(subject, home, now());
            say("label  " + label.text());
        });
        if (out == null) {
            image.fillTree(base);
        } else {
            image.fillTar(base, out);
        }
        say((out == null ? base : out) + ": the image of " + box);
        return ExitCode.OK;
    }
}
