package io.verge.authority.cli;

import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.identity.Enrolment;
import io.verge.authority.identity.Purpose;
import io.verge.authority.keys.Token;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.store.AuthorityFolder;
import io.verge.authority.store.Foundation;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** Whose certificates a command issues: keys in the authority's folder, or in a token. */
final class Issuing {
    private static final int LARGEST_ROOT = 1 << 20;

    @Mixin
    private AuthorityOptions authority = new AuthorityOptions();

    @Mixin
    private TokenOptions token = new TokenOptions();

    AuthorityFolder folder(Tool tool) {
        return authority.folder(tool);
    }

    CertificateAuthority authority(Tool tool) throws IOException, RefusedException {
        return authority(tool, folder(tool), token);
    }

    /** Whose key is in a token, when one is named, and else in the folder. */
    static CertificateAuthority authority(Tool tool, AuthorityFolder folder, TokenOptions token)
            throws IOException, RefusedException {
        Optional<Token> opened = token.open(tool);
        return opened.isPresent()
                ? new CertificateAuthority(opened.get().key(Foundation.TOKEN_ALIAS), tool.random())
                : folder.authority(tool.random());
    }

    /** What gives boxes their identity, by these keys. */
    Enrolment enrolment(Tool tool, Purpose purpose, Duration life) throws IOException, RefusedException {
        return enrolment(tool, folder(tool), authority(tool), purpose, life);
    }

    /** The same, by others. */
    static Enrolment enrolment(
            Tool tool, AuthorityFolder folder, CertificateAuthority issuer, Purpose purpose, Duration life)
            throws IOException {
        byte[] root = tool.disk().read(folder.root(), LARGEST_ROOT);
        return new Enrolment(issuer, root, purpose, life, tool.disk(), tool.random());
    }
}
