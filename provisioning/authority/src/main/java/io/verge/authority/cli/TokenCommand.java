package io.verge.authority.cli;

import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.Subject;
import io.verge.authority.keys.KeyFile;
import io.verge.authority.keys.Keys;
import io.verge.authority.keys.Password;
import io.verge.authority.keys.SecretFile;
import io.verge.authority.refusal.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a person of the field staff into boxes, for a time and without a network. */
@Command(
        name = "token",
        description = {
            "Make a key and a certificate for a person, with which boxes of a tenant let them in until it is over.",
            "Boxes need no network for it. Nobody can take it back before, so make it for a shift or a trip."
        })
final class TokenCommand extends ToolCommand {
    private static final int HEXADECIMAL = 16;

    /** What a person may do. */
    enum Role {
        VIEWER,
        MAINTAINER,
        OPERATOR,
        VENDOR
    }

    @Mixin
    private Issuing issuing = new Issuing();

    @Parameters(paramLabel = "PERSON", description = "As the trail of writes shall name them, such as li.wei.")
    private String person = "";

    @Option(names = "--tenant", required = true, paramLabel = "T", description = "Whose boxes.")
    private String tenant = "";

    @Option(
            names = "--role",
            defaultValue = "maintainer",
            paramLabel = "ROLE",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Role role = Role.MAINTAINER;

    @Option(
            names = "--prefixes",
            split = ",",
            paramLabel = "P",
            description = "Of a vendor: what the names of its bundles begin with, such as com.acme. (with the dot).")
    private List<String> prefixes = List.of();

    @Option(
            names = "--hours",
            defaultValue = "12",
            paramLabel = "N",
            description = "So long it lasts, at most 168; default: ${DEFAULT-VALUE}.")
    private int hours;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "PKCS#12, for 'verge … --login FILE --login-password FILE.password'.")
    private Path out = Path.of("");

    @Option(
            names = "--login-password-file",
            paramLabel = "FILE",
            description = "Its first line is the password of FILE; otherwise one is generated into FILE.password.")
    private @Nullable Path loginPassword;

    TokenCommand(Tool tool) {
        super(tool);
    }

    /** As boxes read it in the certificate. */
    private String rights() {
        if (prefixes.isEmpty() == (role == Role.VENDOR)) {
            throw misuse("--prefixes belongs to --role vendor, and to no other: what the vendor's bundles begin with");
        }
        String word = role.name().toLowerCase(Locale.ROOT);
        return prefixes.isEmpty() ? word : word + ":" + String.join(":", prefixes);
    }

    @Override
    int run() throws IOException, RefusedException {
        CertificateAuthority issuer = issuing.authority(tool());
        Subject subject = Subject.person(person, tenant, rights());
        KeyPair pair = Keys.p256();
        List<X509Certificate> chain =
                issuer.issue(subject, pair.getPublic(), Purpose.STAFF, Duration.ofHours(hours), now());
        char[] password = loginPassword == null ? Password.generate(tool().random()) : Password.read(loginPassword);
        Path folder = out.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            SecretFile.folder(folder);
        }
        new KeyFile(pair.getPrivate(), chain).create(out, password);
        if (loginPassword == null) {
            Password.write(out.resolveSibling(out.getFileName() + ".password"), password);
        }
        X509Certificate made = chain.get(0);
        say(out + ": " + person + ", " + subject.role() + " of " + tenant + " until "
                + made.getNotAfter().toInstant());
        say("serial " + made.getSerialNumber().toString(HEXADECIMAL)
                + ": into the file 'refused' of boxes if it is lost");
        return ExitCode.OK;
    }
}
