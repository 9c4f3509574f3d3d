package io.verge.authority.renewal;

import io.verge.api.disk.Appender;
import io.verge.api.disk.Disk;
import io.verge.api.disk.Sha256;
import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.identity.Subject;
import io.verge.authority.keys.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was given to whom: {@code TENANT/NAME.pem} is the last that whoever has this name was given, so that the same question gets the
 * same answer and a claim serves once; {@code issued.csv} is a line for each, for people. One thread.
 */
public final class Issued {
    private static final int LARGEST = 64 << 10;
    private static final String HEAD = "time,asked,box,tenant,serial,until,fingerprint\n";

    private final Disk disk;
    private final Path folder;

    /** @param folder made when needed */
    public Issued(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /**
     * The last that was given.
     *
     * @param tenant made of letters, digits and hyphens
     * @param name of who asked; the same
     */
    Optional<List<X509Certificate>> last(String tenant, String name) throws IOException {
        Path file = file(tenant, name);
        try {
            byte[] content = disk.read(file, LARGEST);
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content))) {
                if (one instanceof X509Certificate certificate) {
                    chain.add(certificate);
                }
            }
            if (chain.isEmpty()) {
                throw new IOException(file + " has no certificate");
            }
            return Optional.of(chain);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Keeps what is given; when this returns, it outlives a power cut.
     *
     * @param tenant as above
     * @param name as above
     * @return a line for people
     */
    String keep(String tenant, String name, Subject subject, List<X509Certificate> chain) throws IOException {
        X509Certificate own = chain.get(0);
        disk.folders(folder.resolve(tenant));
        String line = String.join(
                ",",
                CertificateAuthority.issuedAt(own).toString(),
                name,
                subject.name(),
                tenant,
                own.getSerialNumber().toString(16),
                own.getNotAfter().toInstant().toString(),
                fingerprint(own));
        // First: nothing is ever given of which there is no line.
        append(line + "\n");
        disk.replace(file(tenant, name), Pem.certificates(chain).getBytes(StandardCharsets.US_ASCII));
        return line;
    }

    private void append(String line) throws IOException {
        Path log = folder.resolve("issued.csv");
        boolean begins = !disk.list(folder).contains(log);
        try (Appender end = disk.append(log)) {
            end.write(ByteBuffer.wrap(((begins ? HEAD : "") + line).getBytes(StandardCharsets.US_ASCII)));
            end.sync();
        }
    }

    private Path file(String tenant, String name) {
        return folder.resolve(tenant).resolve(name + ".pem");
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded()).hex();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was made can be written", e);
        }
    }
}
