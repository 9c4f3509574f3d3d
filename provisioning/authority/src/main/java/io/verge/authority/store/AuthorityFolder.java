package io.verge.authority.store;

import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.keys.KeyFile;
import io.verge.authority.keys.Passwords;
import io.verge.authority.refusal.RefusedException;
import io.verge.trust.authoring.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Where everything of an authority is.
 *
 * <pre>
 *  offline/     root-N.p12, targets-N.p12, ca.p12, password: on a stick in a safe, but for the hour in which it signs
 *  online/      snapshot.p12, timestamp.p12, password: beside the web server
 *  repository/  metadata/, targets/: what the web server offers
 *  root.json    the first root, and ca.pem: what boxes are given at the factory
 *  issued/      what 'serve' gave to boxes that asked; blocked.csv: boxes that get nothing any more
 * </pre>
 *
 * The folders can be apart: signing needs {@code offline} and {@code repository}, publishing {@code online} and {@code repository}.
 */
public final class AuthorityFolder {
    private static final String KEY = ".p12";

    private final Path folder;
    private final Passwords passwords;

    public AuthorityFolder(Path folder, Passwords passwords) {
        this.folder = folder;
        this.passwords = passwords;
    }

    /** Of keys that are to be taken off-line. */
    public Path offline() {
        return folder.resolve("offline");
    }

    /** Of keys that sign every day. */
    public Path online() {
        return folder.resolve("online");
    }

    /** What the web server offers. */
    public Path repository() {
        return folder.resolve("repository");
    }

    /** What boxes trust releases by, at first. */
    public Path root() {
        return folder.resolve("root.json");
    }

    /** What boxes trust brokers and each other by. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** Boxes that get no certificates any more; a list of boxes that need not be there. */
    public Path blocked() {
        return folder.resolve("blocked.csv");
    }

    /** What was given to boxes that asked over the broker. */
    public Path issued() {
        return folder.resolve("issued");
    }

    /** The authority that vouches for boxes. */
    public CertificateAuthority authority(RandomGenerator random) throws IOException, RefusedException {
        Path key = offline().resolve("ca" + KEY);
        if (!Files.exists(key)) {
            throw new RefusedException("the authority's key is not in " + offline()
                    + ": put the medium with the off-line keys there, or name another --authority");
        }
        return new CertificateAuthority(passwords.open(key), random);
    }

    /**
     * All keys of a role that are here.
     *
     * @throws RefusedException when there is none
     */
    public List<Signer> signers(String role) throws IOException, RefusedException {
        List<Signer> signers = new ArrayList<>();
        for (Path file : keyFiles(role)) {
            signers.add(signer(file));
        }
        return signers;
    }

    /**
     * The files of all keys of a role that are here.
     *
     * @throws RefusedException when there is none
     */
    List<Path> keyFiles(String role) throws IOException, RefusedException {
        Path place = place(role);
        List<Path> files = List.of();
        if (Files.isDirectory(place)) {
            try (Stream<Path> all = Files.list(place)) {
                files = all.filter(file -> isKeyOf(role, file)).sorted().toList();
            }
        }
        if (files.isEmpty()) {
            throw new RefusedException("there is no key of " + role + " in " + place
                    + (place.equals(offline()) ? ": put the medium with the off-line keys there" : ""));
        }
        return files;
    }

    /** Puts in another key of a role, under a name that no other has. */
    void create(String role, KeyFile key) throws IOException {
        Path place = place(role);
        int number = 1;
        while (Files.exists(place.resolve(role + "-" + number + KEY))) {
            number++;
        }
        Path file = place.resolve(role + "-" + number + KEY);
        key.create(file, passwords.of(file));
    }

    private Path place(String role) {
        return role.equals("snapshot") || role.equals("timestamp") ? online() : offline();
    }

    private static boolean isKeyOf(String role, Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals(role + KEY) || (name.startsWith(role + "-") && name.endsWith(KEY));
    }

    /** A key of metadata, in whatever file. */
    public Signer signer(Path file) throws IOException, RefusedException {
        KeyFile key = passwords.open(file);
        try {
            return Signer.of(key.certificate().getPublicKey(), key.key());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(file + " cannot sign metadata: " + e.getMessage(), e);
        }
    }
}
