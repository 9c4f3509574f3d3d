package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.authority.release.Repository;
import io.verge.authority.store.AuthorityFolder;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands have that change what the repository vouches for: keys, for how long, and whether others sign too. */
abstract class TargetsCommand extends ToolCommand {
    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "PKCS#12 of a key to sign with; default: those of releases in FOLDER/offline.")
    private List<Path> keys = List.of();

    @Option(
            names = "--days",
            defaultValue = "365",
            paramLabel = "DAYS",
            description = "So long all that is signed may be used; default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--unsigned",
            paramLabel = "FILE",
            description = "Write what is to be signed there instead, for 'cosign' by several people and 'submit'.")
    private @Nullable Path unsigned;

    TargetsCommand(Tool tool) {
        super(tool);
    }

    final Repository repository() {
        return authority.repository(tool());
    }

    /** When what is signed now ends. */
    final Instant expires() {
        return now().plus(Duration.ofDays(days));
    }

    /** Opens keys before anything is changed, so that a wrong password is found first. */
    final Signing signing(String role) throws IOException, RefusedException {
        AuthorityFolder folder = authority.folder(tool());
        List<Signer> signers = new ArrayList<>();
        if (unsigned == null) {
            for (Path key : keys) {
                signers.add(folder.signer(key));
            }
            if (keys.isEmpty() && !role.equals(Repository.TOP)) {
                throw misuse("--key FILE is missing: the key of " + role);
            }
            if (keys.isEmpty()) {
                signers.addAll(folder.signers(role));
            }
        }
        return draft -> finish(role, draft, signers);
    }

    private void finish(String role, Document draft, List<Signer> signers) throws IOException, TrustException {
        if (unsigned != null) {
            tool().disk().replace(unsigned, draft.octets());
            say(unsigned + ": version " + draft.version() + " of " + role + ", to be signed by 'cosign'");
            return;
        }
        repository().metadata().targets(role, draft.signedBy(signers));
        say("signed version " + draft.version() + " of " + role + " with " + signers.size()
                + (signers.size() == 1 ? " key" : " keys") + "; boxes see it after 'publish'");
    }

    /** Signs a draft and puts it into the repository, or writes it for others to sign. */
    @FunctionalInterface
    interface Signing {
        void sign(Document draft) throws IOException, TrustException;
    }
}
