package io.verge.authority.cli;

import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.identity.Enrolment;
import io.verge.authority.identity.IdentityFolder;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.Renewal;
import io.verge.authority.identity.Subject;
import io.verge.authority.keys.Passwords;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.store.AuthorityFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replaces a certificate before it expires. */
@Command(
        name = "renew",
        description = {
            "On the box: ask for a certificate with a new key, once less than a third of the life of the present one"
                    + " is left.",
            "What is in use stays in use until 'install'. With --authority, where its folder is at hand, all is done"
                    + " at once."
        })
final class RenewCommand extends ToolCommand {
    @Option(
            names = "--home",
            defaultValue = "/etc/verge",
            paramLabel = "DIR",
            description = "The folder of the box's profile; default: ${DEFAULT-VALUE}.")
    private Path home = Path.of("");

    @Option(
            names = "--check",
            description = "Only say when: ends with 0 when there is nothing to do, and 1 when it is due or too late.")
    private boolean check;

    @Option(names = "--now", description = "Even if it is not due yet, such as after a key was seen by others.")
    private boolean early;

    @Option(names = "--authority", paramLabel = "FOLDER", description = "Of the authority, when it is at hand.")
    private @Nullable Path authority;

    @Option(names = "--password-file", paramLabel = "FILE", description = "Of the authority's keys.")
    private @Nullable Path passwordFile;

    RenewCommand(Tool tool) {
        super(tool);
    }

    @Override
    int run() throws IOException, RefusedException {
        IdentityFolder identity = Enrolment.identity(home);
        X509Certificate certificate = identity.certificate()
                .orElseThrow(
                        () -> new RefusedException("there is no identity in " + home + ": run 'enroll' or 'request'"));
        Renewal renewal = Renewal.of(certificate);
        Renewal.State state = renewal.at(now());
        say(state.name().toLowerCase(Locale.ROOT) + "  due from " + renewal.due() + ", expires " + renewal.expires());
        if (check) {
            return state == Renewal.State.FRESH ? ExitCode.OK : ExitCode.NOT_OK;
        }
        if (state == Renewal.State.FRESH && !early) {
            return ExitCode.OK;
        }
        Subject subject = Subject.of(certificate);
        if (authority == null) {
            var unused = identity.request(subject, now(), tool().random());
            say(identity.request() + ": give it to the authority, for 'enroll " + subject.name() + " --csr FILE'");
            return ExitCode.OK;
        }
        AuthorityFolder folder = new AuthorityFolder(authority, new Passwords(passwordFile, tool().prompt()));
        CertificateAuthority issuer = folder.authority(tool().random());
        X509Certificate next = Issuing.enrolment(
                        tool(), folder, issuer, Purpose.BOX, CertificateAuthority.life(certificate))
                .renew(subject, home, now());
        say("renewed until " + next.getNotAfter().toInstant());
        return ExitCode.OK;
    }
}
