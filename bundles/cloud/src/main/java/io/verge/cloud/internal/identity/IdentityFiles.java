package io.verge.cloud.internal.identity;

import io.verge.api.disk.Disk;
import io.verge.cloud.internal.keys.BoxKey;
import io.verge.cloud.internal.keys.Identity;
import io.verge.cloud.internal.keys.KeyStores;
import io.verge.cloud.internal.keys.Pem;
import io.verge.cloud.internal.mqtt.TlsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The identity of the box in a folder that nobody else may look into, as {@code verge-provision} has it, too: {@code identity.p12} (or what
 * the profile calls it), {@code identity.pem} (the certificates alone), {@code next.p12} while a new key waits for its certificate, and
 * {@code previous.p12} while a new certificate is on trial. A power cut at any step leaves the old identity or the new one in use, each
 * whole. One thread.
 *
 * <pre>
 *  old ──ask──▶ old, next ──install──▶ new, previous ──a session stands──▶ new
 *                                           └──────────refused──────────▶ old
 * </pre>
 */
final class IdentityFiles {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityFiles.class);

    private final Disk disk;
    private final TlsSettings settings;
    private final Path identity;
    private final Path text;
    private final Path next;
    private final Path previous;

    /** What was in the file when it was opened last, since that takes a while. */
    private byte[] octets = {};

    private @Nullable Identity known;

    /** @param identity of the settings, which have one */
    IdentityFiles(Disk disk, TlsSettings settings, Path identity) {
        this.disk = disk;
        this.identity = identity.toAbsolutePath();
        this.settings = settings;
        this.text = beside(base() + ".pem");
        this.next = beside("next.p12");
        this.previous = beside("previous.p12");
    }

    private Path beside(String name) {
        return identity.resolveSibling(name);
    }

    private String base() {
        return String.valueOf(identity.getFileName()).replaceFirst("\\.p12$", "");
    }

    /** Whether these are its files. */
    boolean isOf(TlsSettings other) {
        return settings.equals(other);
    }

    /** What is in use; the same object as long as the file has the same octets. */
    Identity present() throws IOException {
        byte[] now = disk.read(identity, Identity.LARGEST);
        Identity before = known;
        if (before == null || !Arrays.equals(now, octets)) {
            before = open(identity, now);
            known = before;
            octets = now;
        }
        return before;
    }

    private Identity open(Path file, byte[] content) throws IOException {
        return Identity.read(file, content, password());
    }

    private char[] password() throws IOException {
        return Identity.password(disk, settings.identityPassword());
    }

    /** The authorities that the profile trusts; none when it leaves that to Java. */
    List<X509Certificate> trusted() throws IOException {
        Path trust = settings.trust();
        if (trust == null) {
            return List.of();
        }
        try (InputStream in = disk.open(trust)) {
            return KeyStores.certificates(KeyStores.trusted(trust, in, password()));
        } catch (GeneralSecurityException e) {
            throw new IOException(trust + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The key that waits for its certificate. One that does not open is set aside, not deleted. */
    Optional<Identity> waiting() throws IOException {
        Optional<byte[]> octets = read(next);
        if (octets.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(open(next, octets.get()));
        } catch (IOException e) {
            Path aside = beside("next.p12.unreadable");
            LOG.warn("{}; it is set aside as {}, and another key is made", e.getMessage(), aside);
            disk.move(next, aside);
            return Optional.empty();
        }
    }

    /** Makes another key that waits, in the place of the one that may be there. */
    Identity ask(X500Principal subject, Instant now) throws IOException {
        Identity made = BoxKey.bare(BoxKey.generate(), subject, now);
        disk.replaceSecret(next, made.write(password()));
        return made;
    }

    /** Puts this in the place of what is in use, which is kept until the new one is {@link #proven}. */
    void install(Identity renewed) throws IOException {
        disk.replaceSecret(previous, disk.read(identity, Identity.LARGEST));
        disk.replaceSecret(identity, renewed.write(password()));
        tidy(renewed);
    }

    /** What is left to do once the new identity is in use. */
    private void tidy(Identity renewed) throws IOException {
        disk.replace(text, pem(renewed));
        disk.delete(next);
        disk.delete(beside(base() + ".csr"));
    }

    private static byte[] pem(Identity identity) {
        return Pem.certificates(identity.chain()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Does the rest of what a power cut has interrupted. */
    void finish(Identity present) throws IOException {
        Optional<byte[]> before = read(previous);
        if (before.isPresent() && Arrays.equals(before.get(), disk.read(identity, Identity.LARGEST))) {
            disk.delete(previous);
        }
        Optional<Identity> waits = waiting();
        if (waits.isPresent() && sameKey(waits.get(), present)) {
            tidy(present);
        }
        Optional<byte[]> shown = read(text);
        if (shown.isPresent() && !Arrays.equals(shown.get(), pem(present))) {
            disk.replace(text, pem(present));
        }
    }

    private static boolean sameKey(Identity one, Identity other) {
        return one.certificate().getPublicKey().equals(other.certificate().getPublicKey());
    }

    /** Whether the identity in use is on trial. */
    boolean isOnTrial() throws IOException {
        return read(previous).isPresent();
    }

    /** What was in use before the one on trial; empty when it does not open, or there is none. */
    Optional<Identity> previous() throws IOException {
        Optional<byte[]> octets = read(previous);
        try {
            return octets.isEmpty() ? Optional.empty() : Optional.of(open(previous, octets.get()));
        } catch (IOException e) {
            LOG.warn("there is no way back: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** A session stands by the identity in use. */
    void proven() throws IOException {
        disk.delete(previous);
    }

    /** Takes what was in use before again. */
    void goBack(Identity before) throws IOException {
        disk.move(previous, identity);
        disk.replace(text, pem(before));
    }

    private Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(disk.read(file, Identity.LARGEST));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
