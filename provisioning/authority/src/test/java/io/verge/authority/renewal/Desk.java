package io.verge.authority.renewal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.SigningRequest;
import io.verge.authority.identity.Subject;
import io.verge.authority.json.JsonObject;
import io.verge.authority.keys.KeyFile;
import io.verge.authority.keys.Keys;
import io.verge.authority.keys.Pem;
import io.verge.authority.refusal.RefusedException;
import io.verge.json.tree.JsonTree;
import io.verge.testkit.FaultyDisk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** An authority's desk whose disk and time belong to the test, and the boxes that come to it. */
final class Desk {
    static final String TENANT = "wuhan";
    static final Path ISSUED = Path.of("/authority/issued");
    static final Path BLOCKED = Path.of("/authority/blocked.csv");
    static final Path BOXES = Path.of("/boxes.csv");

    final FaultyDisk disk = new FaultyDisk(new Random(1));
    final List<String> said = new ArrayList<>();
    final CertificateAuthority authority;
    Instant now = Instant.parse("2026-12-01T08:00:00Z");

    private final RenewalDesk desk;

    Desk(boolean hasList) {
        authority = authority(new Random(2));
        disk.plant(Path.of("/authority/ca.pem"), new byte[0]);
        Roster roster = new Roster(disk, BLOCKED, hasList ? BOXES : null);
        desk = new RenewalDesk(authority, roster, new Issued(disk, ISSUED), said::add);
    }

    private CertificateAuthority authority(Random random) {
        try {
            KeyFile own = CertificateAuthority.create(Keys.p256(), "city", now, random);
            return new CertificateAuthority(own, random);
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    /** Another authority of the same name. */
    CertificateAuthority stranger() {
        return authority(new Random(3));
    }

    void list(Path file, String... lines) {
        disk.plant(file, String.join("\n", lines).getBytes(UTF_8));
    }

    /** A key with a certificate. */
    record Holder(Subject subject, KeyPair pair, X509Certificate certificate) {
        String topic() {
            return "verge/v1/" + TENANT + "/" + subject.name() + "/identity/request";
        }
    }

    Holder box(String name) {
        return holder(new Subject(name, TENANT, ""), Purpose.BOX, authority);
    }

    Holder claim(String serial) {
        return holder(new Subject("claim-" + serial, TENANT, ""), Purpose.CLAIM, authority);
    }

    Holder holder(Subject subject, Purpose purpose, CertificateAuthority by) {
        try {
            KeyPair pair = Keys.p256();
            List<X509Certificate> chain = by.issue(subject, pair.getPublic(), purpose, purpose.usual(), now);
            return new Holder(subject, pair, chain.get(0));
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    /** What a box asks for, as it should be. */
    static Map<String, Object> petition(Holder box, KeyPair next, String id) {
        String request = SigningRequest.write(box.subject(), next);
        Map<String, Object> petition = new LinkedHashMap<>();
        petition.put("id", id);
        petition.put("request", request);
        petition.put("certificate", Pem.certificates(List.of(box.certificate())));
        petition.put("signature", signature(box.pair(), request));
        return petition;
    }

    static String signature(KeyPair pair, String request) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(SigningRequest.octets(request));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException | RefusedException e) {
            throw new AssertionError(e);
        }
    }

    /** What comes back. */
    record Said(String topic, JsonObject answer) {
        String id() {
            return text("id");
        }

        /** 0 for a certificate. */
        long code() {
            try {
                return answer.whole("code", 0);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        String why() {
            return text("why");
        }

        private String text(String name) {
            try {
                return answer.text(name);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        X509Certificate certificate() {
            try {
                return (X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(text("certificates").getBytes(UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    RenewalDesk itself() {
        return desk;
    }

    Optional<Said> ask(String topic, byte[] content) {
        return desk.answer(topic, content, now).map(reply -> {
            try {
                return new Said(reply.topic(), JsonObject.read(reply.content().getBytes(UTF_8)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    Said ask(Holder box, Map<String, Object> petition) {
        return ask(box.topic(), JsonTree.octets(petition)).orElseThrow();
    }

    /** Asks as a box should. */
    Said ask(Holder box, KeyPair next) {
        return ask(box, petition(box, next, "a1"));
    }

    Desk later(Duration time) {
        now = now.plus(time);
        return this;
    }
}
