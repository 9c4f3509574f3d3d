package io.verge.diagnostics.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An operator's certificate authority, in DER by hand (ITU-T X.690, RFC 5280): P-256, ECDSA with SHA-256. */
final class TestAuthority {
    static final char[] PASSWORD = "correct horse".toCharArray();

    private static final String CN = "2.5.4.3";
    private static final String O = "2.5.4.10";
    private static final String OU = "2.5.4.11";
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final KeyPair keys = keyPair();
    private final byte[] name;
    final X509Certificate certificate;
    private int serial = 1;

    /** A key and its certificate. */
    record Identity(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {
        Certificate[] chain() {
            return new Certificate[] {certificate, issuer};
        }

        /** As PKCS#12 with the password of this class. */
        Path write(Path file) throws IOException, GeneralSecurityException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("identity", key, PASSWORD, chain());
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD);
            }
            return file;
        }
    }

    /** What a test wants otherwise than a good certificate has it. */
    record Wish(String tenant, String role, Instant from, Duration life, String purpose) {
        Wish role(String other) {
            return new Wish(tenant, other, from, life, purpose);
        }

        Wish tenant(String other) {
            return new Wish(other, role, from, life, purpose);
        }

        Wish from(Instant other) {
            return new Wish(tenant, role, other, life, purpose);
        }

        Wish life(Duration other) {
            return new Wish(tenant, role, from, other, purpose);
        }

        Wish forServers() {
            return new Wish(tenant, role, from, life, SERVER);
        }
    }

    TestAuthority(String cn, Instant from) throws GeneralSecurityException {
        name = name(List.<String[]>of(new String[] {CN, cn}));
        byte[] basic = extension("2.5.29.19", true, seq(der(1, new byte[] {(byte) 0xff})));
        byte[] usage = extension("2.5.29.15", true, der(3, new byte[] {1, 6}));
        certificate = sign(name, keys, from, Duration.ofDays(3_650), basic, usage);
    }

    /** A maintainer of wuhan, for twelve hours from then. */
    static Wish maintainer(Instant from) {
        return new Wish("wuhan", "maintainer", from, Duration.ofHours(12), CLIENT);
    }

    Identity person(String cn, Wish wish) throws GeneralSecurityException {
        return issue(cn, wish, List.of(wish.purpose()));
    }

    /** For a year, as client of the cloud and as server. */
    Identity box(String cn, String tenant, Instant from) throws GeneralSecurityException {
        Wish wish = new Wish(tenant, "", from, Duration.ofDays(365), CLIENT);
        return issue(cn, wish, List.of(CLIENT, SERVER));
    }

    private Identity issue(String cn, Wish wish, List<String> purposes) throws GeneralSecurityException {
        List<String[]> parts = new ArrayList<>();
        parts.add(new String[] {O, wish.tenant()});
        if (!wish.role().isEmpty()) {
            parts.add(new String[] {OU, wish.role()});
        }
        parts.add(new String[] {CN, cn});
        KeyPair own = keyPair();
        byte[] usage = extension("2.5.29.15", true, der(3, new byte[] {7, (byte) 0x80}));
        byte[] extended = extension(
                "2.5.29.37",
                false,
                seq(purposes.stream().map(TestAuthority::oid).toArray(byte[][]::new)));
        X509Certificate made = sign(name(parts), own, wish.from(), wish.life(), usage, extended);
        return new Identity(own.getPrivate(), made, certificate);
    }

    private X509Certificate sign(byte[] subject, KeyPair own, Instant from, Duration life, byte[]... extensions)
            throws GeneralSecurityException {
        byte[] algorithm = seq(oid("1.2.840.10045.4.3.2"));
        byte[] content = seq(
                der(0xa0, integer(2)),
                integer(serial++),
                algorithm,
                name,
                seq(time(from), time(from.plus(life))),
                subject,
                own.getPublic().getEncoded(),
                der(0xa3, seq(extensions)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        byte[] whole = seq(content, algorithm, bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    /** As PEM. */
    Path write(Path file) throws IOException, GeneralSecurityException {
        return Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static byte[] name(List<String[]> parts) {
        return seq(parts.stream()
                .map(part -> der(0x31, seq(oid(part[0]), der(12, part[1].getBytes(StandardCharsets.UTF_8)))))
                .toArray(byte[][]::new));
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        return critical ? seq(oid(oid), der(1, new byte[] {(byte) 0xff}), der(4, value)) : seq(oid(oid), der(4, value));
    }

    private static byte[] time(Instant time) {
        return der(24, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] integer(long value) {
        return der(2, BigInteger.valueOf(value).toByteArray());
    }

    private static byte[] bits(byte[] octets) {
        byte[] value = new byte[octets.length + 1];
        System.arraycopy(octets, 0, value, 1, octets.length);
        return der(3, value);
    }

    private static byte[] oid(String text) {
        String[] arcs = text.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            long arc = Long.parseLong(arcs[i]);
            for (int shift = 28; shift >= 0; shift -= 7) {
                if (shift == 0 || arc >> shift > 0) {
                    out.write((int) (arc >> shift & 0x7f) | (shift == 0 ? 0 : 0x80));
                }
            }
        }
        return der(6, out.toByteArray());
    }

    private static byte[] seq(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return der(0x30, out.toByteArray());
    }

    private static byte[] der(int tag, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (value.length < 128) {
            out.write(value.length);
        } else if (value.length < 256) {
            out.write(0x81);
            out.write(value.length);
        } else {
            out.write(0x82);
            out.write(value.length >> 8);
            out.write(value.length);
        }
        out.writeBytes(value);
        return out.toByteArray();
    }
}
