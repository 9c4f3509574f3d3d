package io.verge.authority.store;

import io.verge.api.disk.Disk;
import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.keys.KeyFile;
import io.verge.authority.keys.Keys;
import io.verge.authority.keys.Password;
import io.verge.authority.keys.Pem;
import io.verge.authority.keys.SecretFile;
import io.verge.authority.keys.Token;
import io.verge.authority.refusal.RefusedException;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.RepositoryFolder;
import io.verge.trust.authoring.RootDraft;
import io.verge.trust.authoring.Signer;
import io.verge.trust.authoring.TargetsDraft;
import io.verge.trust.authoring.Terms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Founds an authority: makes all keys, the first root, and an empty repository that boxes can refresh from. */
public final class Foundation {
    /** The name of the certificate authority's key in a token. */
    public static final String TOKEN_ALIAS = "verge-ca";

    private final AuthorityFolder folder;
    private final Disk disk;
    private final RandomGenerator random;
    private final Instant now;

    public Foundation(AuthorityFolder folder, Disk disk, RandomGenerator random, Instant now) {
        this.folder = folder;
        this.disk = disk;
        this.random = random;
        this.now = now;
    }

    /**
     * Makes all that is needed.
     *
     * @param passwordFile whose password the off-line keys get; null for a generated one
     * @param token that the certificate authority's key is made in; empty for a file
     * @throws RefusedException when there is an authority already
     */
    public void found(Founding founding, @Nullable Path passwordFile, Optional<Token> token)
            throws IOException, RefusedException, TrustException {
        mustBeFree();
        // First, since what secret folders are made in would be secret too, and a web server could not read it.
        disk.folders(folder.repository());
        SecretFile.folder(folder.offline());
        SecretFile.folder(folder.online());
        char[] offline = passwordFile == null ? generated(folder.offline()) : Password.read(passwordFile);
        char[] online = generated(folder.online());
        KeyFile authority = authority(founding, offline, token);
        List<Signer> root = signers("root", founding.rootKeys(), offline);
        List<Signer> targets = signers("targets", founding.targetsKeys(), offline);
        Signer snapshot = signer(folder.online().resolve("snapshot.p12"), online);
        Signer timestamp = signer(folder.online().resolve("timestamp.p12"), online);
        Document first = RootDraft.first(now.plus(founding.root()))
                .keys("root", founding.rootThreshold(), publicKeys(root))
                .keys("targets", founding.targetsThreshold(), publicKeys(targets))
                .keys("snapshot", 1, List.of(snapshot.publicKey()))
                .keys("timestamp", 1, List.of(timestamp.publicKey()))
                .document()
                .signedBy(root);
        RepositoryFolder repository = new RepositoryFolder(disk, folder.repository());
        repository.root(first);
        repository.targets(
                "targets",
                TargetsDraft.first(now.plus(founding.targets())).document().signedBy(targets));
        repository.publish(Terms.usual(now), List.of(snapshot), List.of(timestamp));
        disk.replace(folder.certificate(), Pem.certificates(authority.chain()).getBytes(StandardCharsets.UTF_8));
        disk.replace(folder.root(), first.octets());
    }

    private KeyFile authority(Founding founding, char[] password, Optional<Token> token)
            throws IOException, RefusedException {
        KeyPair pair = token.isPresent() ? token.get().p256() : Keys.p256();
        KeyFile authority = CertificateAuthority.create(pair, founding.name(), now, random);
        if (token.isPresent()) {
            token.get().keep(TOKEN_ALIAS, authority);
        } else {
            authority.create(folder.offline().resolve("ca.p12"), password);
        }
        return authority;
    }

    private void mustBeFree() throws IOException, RefusedException {
        for (Path part : List.of(folder.offline(), folder.online(), folder.repository())) {
            if (Files.isDirectory(part)) {
                try (Stream<Path> content = Files.list(part)) {
                    if (content.findAny().isPresent()) {
                        throw new RefusedException("there is an authority already: " + part
                                + " is not empty; whoever needs another makes it in another folder");
                    }
                }
            }
        }
    }

    private char[] generated(Path place) throws IOException {
        char[] password = Password.generate(random);
        Password.write(place.resolve("password"), password);
        return password;
    }

    private List<Signer> signers(String role, int count, char[] password) throws IOException {
        List<Signer> signers = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            signers.add(signer(folder.offline().resolve(role + "-" + number + ".p12"), password));
        }
        return signers;
    }

    private Signer signer(Path file, char[] password) throws IOException {
        KeyPair pair = Keys.ed25519();
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.p12$", "");
        KeyFile.bare(pair, name, now).create(file, password);
        return Signer.of(pair.getPublic(), pair.getPrivate());
    }

    private static List<PublicKey> publicKeys(List<Signer> signers) {
        return signers.stream().map(Signer::publicKey).toList();
    }
}
