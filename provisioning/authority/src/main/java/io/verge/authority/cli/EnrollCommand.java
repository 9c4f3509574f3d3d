package io.verge.authority.cli;

import io.verge.authority.identity.Batch;
import io.verge.authority.identity.Enrolment;
import io.verge.authority.identity.Label;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.Subject;
import io.verge.authority.keys.Pem;
import io.verge.authority.refusal.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives boxes their identity. */
@Command(
        name = "enroll",
        description = {
            "Vouch for who a box is.",
            "--csr answers the request that the box made ('request' there, then 'install'). --home makes key and"
                    + " certificate here, into DIR/identity and DIR/trust: for a desk or a factory. --csv does that for"
                    + " each line of a file."
        })
final class EnrollCommand extends ToolCommand {
    private static final int LARGEST = 1 << 16;

    @Mixin
    private Issuing issuing = new Issuing();

    @Parameters(arity = "0..1", paramLabel = "BOX", description = "Its name, as box.id in its profile.")
    private @Nullable String box;

    @Option(names = "--csr", paramLabel = "FILE", description = "The request that the box made.")
    private @Nullable Path csr;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "With --csr: where identity.pem and ca.pem go; default: beside the request. With --csv: a"
                    + " folder for each box, and labels.csv.")
    private @Nullable Path out;

    @Option(names = "--home", paramLabel = "DIR", description = "The folder of the box's profile, such as /etc/verge.")
    private @Nullable Path home;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "A line a box, below a first line that names the columns: box, tenant, model.")
    private @Nullable Path csv;

    @Option(
            names = "--claim",
            description =
                    "BOX is a serial number: an identity for some days, with which a box from the factory can only"
                            + " ask for its real one. Its name is claim-BOX.")
    private boolean claim;

    @Option(
            names = "--service",
            description = "BOX is the name or address of a service beside the boxes, such as the broker's.")
    private boolean service;

    @Option(names = "--tenant", defaultValue = "", description = "As box.tenant in its profile.")
    private String tenant = "";

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "So long the certificate lasts; default: 365, of a claim 3.")
    private @Nullable Integer days;

    EnrollCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException {
        Purpose purpose = service ? Purpose.SERVICE : claim ? Purpose.CLAIM : Purpose.BOX;
        Duration life = days == null ? purpose.usual() : Duration.ofDays(days);
        Enrolment enrolment = issuing.enrolment(tool(), purpose, life);
        if (csv != null) {
            return batch(enrolment, csv);
        }
        if (box == null) {
            throw misuse("BOX is missing: the name of the box, or --csv FILE for many");
        }
        Subject subject = subject(box);
        if (csr != null) {
            answer(enrolment, subject, csr);
        } else if (home != null) {
            Label label = enrolment.atHome(subject, home, now());
            say(home + ": identity and trust of " + box);
            say("label  " + label.text());
        } else {
            throw misuse("--csr FILE or --home DIR is missing: the request that the box made, or its folder");
        }
        return ExitCode.OK;
    }

    private Subject subject(String name) throws RefusedException {
        if (service) {
            return Subject.of(name, tenant, "");
        }
        return claim ? Subject.claim(name, tenant) : Subject.box(name, tenant);
    }

    private void answer(Enrolment enrolment, Subject subject, Path request) throws IOException, RefusedException {
        String pem = new String(tool().disk().read(request, LARGEST), StandardCharsets.UTF_8);
        List<X509Certificate> chain = enrolment.answer(subject, pem, now());
        Path folder = out != null ? out : request.toAbsolutePath().getParent();
        if (folder == null) {
            throw misuse("--out DIR is missing: where identity.pem goes");
        }
        tool().disk().folders(folder);
        Path written = folder.resolve("identity.pem");
        tool().disk().replace(written, Pem.certificates(chain).getBytes(StandardCharsets.UTF_8));
        say(written + ": " + subject.name() + ", until "
                + chain.get(0).getNotAfter().toInstant() + "; on the box: 'install " + written.getFileName() + "'");
    }

    private int batch(Enrolment enrolment, Path file) throws IOException, RefusedException {
        if (out == null) {
            throw misuse("--out DIR is missing: where the folders of the boxes go");
        }
        List<String> faults = new Batch(enrolment, tool().disk(), out).run(file, now());
        faults.forEach(this::warn);
        say(out.resolve("labels.csv") + ": what is to be printed on the labels"
                + (faults.isEmpty() ? "" : "; " + faults.size() + " lines were not done"));
        return faults.isEmpty() ? ExitCode.OK : ExitCode.NOT_OK;
    }
}
