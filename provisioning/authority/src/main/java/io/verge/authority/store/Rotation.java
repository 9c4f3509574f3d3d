package io.verge.authority.store;

import io.verge.authority.keys.KeyFile;
import io.verge.authority.keys.Keys;
import io.verge.authority.refusal.RefusedException;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.RepositoryFolder;
import io.verge.trust.authoring.RootDraft;
import io.verge.trust.authoring.Signer;
import io.verge.trust.authoring.TargetsDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The next root: with the same keys for longer, or with new ones in the place of a role's. Boxes follow from root to root, so that the one
 * they have from the factory stays good for as long as nobody else had the threshold of its keys.
 */
public final class Rotation {
    private final AuthorityFolder folder;
    private final RepositoryFolder repository;
    private final Instant now;

    public Rotation(AuthorityFolder folder, RepositoryFolder repository, Instant now) {
        this.folder = folder;
        this.repository = repository;
        this.now = now;
    }

    /**
     * Signs the next root with all root keys that are here, and puts it into the repository.
     *
     * @param replaced roles that get new keys, as many as they had; the old files are removed. Others keep theirs
     * @param expires when the root will
     * @param targets until when what was signed may be used, when the keys of releases are replaced
     */
    public Document next(List<String> replaced, Instant expires, Instant targets)
            throws IOException, RefusedException, TrustException {
        List<Signer> old = folder.signers("root");
        RootDraft draft = RootDraft.after(
                repository.newest("root").orElseThrow(() -> new RefusedException("there is no root here")), expires);
        List<Signer> signers = new ArrayList<>(old);
        List<Path> retired = new ArrayList<>();
        List<Signer> releases = List.of();
        for (String role : replaced) {
            List<Path> before = folder.keyFiles(role);
            List<Signer> made = make(role, before.size());
            draft.keys(role, publicKeys(made));
            retired.addAll(before);
            if (role.equals("root")) {
                signers.addAll(made);
            } else if (role.equals("targets")) {
                releases = made;
            }
        }
        Document root = draft.document().signedBy(signers);
        repository.root(root);
        if (!releases.isEmpty()) {
            repository.targets(
                    "targets",
                    TargetsDraft.after(repository.newest("targets").orElseThrow(), targets)
                            .document()
                            .signedBy(releases));
        }
        // Last: until the root is there, only the old keys count.
        for (Path file : retired) {
            Files.delete(file);
        }
        return root;
    }

    private List<Signer> make(String role, int count) throws IOException {
        List<Signer> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            KeyPair pair = Keys.ed25519();
            folder.create(role, KeyFile.bare(pair, role, now));
            made.add(Signer.of(pair.getPublic(), pair.getPrivate()));
        }
        return made;
    }

    private static List<PublicKey> publicKeys(List<Signer> signers) {
        return signers.stream().map(Signer::publicKey).toList();
    }
}
