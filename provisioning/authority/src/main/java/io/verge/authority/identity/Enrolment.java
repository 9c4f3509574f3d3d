package io.verge.authority.identity;

import io.verge.api.disk.Disk;
import io.verge.authority.keys.Pem;
import io.verge.authority.keys.SecretFile;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.refusal.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Gives boxes their identity, and what they trust at first. */
public final class Enrolment {
    private final CertificateAuthority authority;
    private final byte[] root;
    private final Purpose purpose;
    private final Duration life;
    private final Disk disk;
    private final RandomGenerator random;

    /**
     * @param root what boxes trust releases by
     * @param purpose of the certificates
     * @param life of the certificates
     */
    public Enrolment(
            CertificateAuthority authority,
            byte[] root,
            Purpose purpose,
            Duration life,
            Disk disk,
            RandomGenerator random) {
        this.authority = authority;
        this.root = root.clone();
        this.purpose = purpose;
        this.life = life;
        this.disk = disk;
        this.random = random;
    }

    /**
     * Answers the request of a box.
     *
     * @param request in PEM
     * @throws RefusedException when it is another box's, or was changed on its way
     */
    public List<X509Certificate> answer(Subject box, String request, Instant now) throws RefusedException {
        SigningRequest read = SigningRequest.read(request);
        if (!read.name().equals(box.name())) {
            throw new RefusedException("the request is that of \"" + Shown.of(read.name()) + "\", and not of "
                    + box.name() + ": look which file belongs to which box");
        }
        return authority.issue(box, read.key(), purpose, life, now);
    }

    /**
     * Makes key and certificate at once, where the folder of a box is at hand.
     *
     * @param home of its profile: {@code identity/} and {@code trust/} are made in it
     * @throws RefusedException when there is an identity in it already
     */
    public Label atHome(Subject box, Path home, Instant now) throws IOException, RefusedException {
        IdentityFolder identity = identity(home);
        if (Files.exists(identity.keys())) {
            throw new RefusedException("there is an identity already in " + home
                    + ": renew it with 'renew', or remove the folder identity when the box is another now");
        }
        // Before the identity, whose presence says that all is done.
        SecretFile.folder(home);
        trust(home.resolve("trust"));
        X509Certificate made = renew(box, home, now);
        return Label.of(box.name(), made.getPublicKey());
    }

    /**
     * Makes a new key and its certificate, in the place of what is in the folder of a box; what it trusts stays.
     *
     * @param home of its profile
     */
    public X509Certificate renew(Subject box, Path home, Instant now) throws IOException, RefusedException {
        IdentityFolder identity = identity(home);
        Label unused = identity.request(box, now, random);
        String request = new String(Files.readAllBytes(identity.request()), StandardCharsets.UTF_8);
        return identity.install(Pem.certificates(answer(box, request, now)).getBytes(StandardCharsets.UTF_8), now);
    }

    /** Where the identity is, in the folder of a profile. */
    public static IdentityFolder identity(Path home) {
        return new IdentityFolder(home.resolve("identity"));
    }

    private void trust(Path folder) throws IOException {
        disk.folders(folder);
        disk.replace(folder.resolve("root.json"), root);
        disk.replace(
                folder.resolve("ca.pem"),
                Pem.certificates(List.of(authority.certificate())).getBytes(StandardCharsets.UTF_8));
    }
}
