package io.verge.authority.renewal;

import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.Subject;
import io.verge.authority.json.JsonObject;
import io.verge.authority.keys.Pem;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.refusal.Shown;
import io.verge.json.tree.JsonTree;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers boxes that ask for the certificate that follows theirs, and boxes from the factory that ask for their name. Neither the broker nor
 * the topic is believed: what counts is what the key of a certificate of this authority has signed. Whoever asks again for the same key
 * gets the same again. One thread.
 */
public final class RenewalDesk {
    /** A box gets no other certificate within this. */
    static final Duration PAUSE = Duration.ofHours(1);

    private static final String NAME = "([a-z0-9][a-z0-9-]{0,62})";
    private static final Pattern TOPIC = Pattern.compile("verge/v1/" + NAME + "/" + NAME + "/identity/request");

    private final CertificateAuthority authority;
    private final Roster roster;
    private final Issued issued;
    private final Consumer<String> out;

    /** @param out lines for people */
    public RenewalDesk(CertificateAuthority authority, Roster roster, Issued issued, Consumer<String> out) {
        this.authority = authority;
        this.roster = roster;
        this.issued = issued;
        this.out = out;
    }

    /**
     * What a box is answered.
     *
     * @param content JSON
     */
    public record Reply(String topic, String content) {}

    /** Who asks, as far as the topic tells. */
    private record Address(String tenant, String box) {
        String answer() {
            return "verge/v1/" + tenant + "/" + box + "/identity/certificate";
        }
    }

    /**
     * Answers a message.
     *
     * @param content from anybody
     * @return empty when it is none of a box, or so wrong that nobody could know the answer for his
     */
    public Optional<Reply> answer(String topic, byte[] content, Instant now) {
        Matcher matcher = TOPIC.matcher(topic);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Address address = new Address(matcher.group(1), matcher.group(2));
        JsonObject message;
        String id;
        try {
            if (content.length > Petition.LARGEST) {
                throw new IOException("it has " + content.length + " octets, and " + Petition.LARGEST + " are taken");
            }
            message = JsonObject.read(content);
            id = Petition.id(message);
        } catch (IOException e) {
            out.accept(address.box() + ": no request: " + Shown.of(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", id);
        try {
            answer.put("certificates", Pem.certificates(judge(address, Petition.read(message), now)));
        } catch (PetitionRefusedException e) {
            refuse(answer, address, e.code(), e.getMessage());
        } catch (IOException e) {
            refuse(answer, address, PetitionRefusedException.UNABLE, "the authority cannot write or read its lists");
            out.accept(Shown.of(String.valueOf(e.getMessage())));
        }
        return Optional.of(new Reply(address.answer(), JsonTree.write(answer)));
    }

    private void refuse(Map<String, Object> answer, Address address, int code, String why) {
        String shown = Shown.of(why);
        answer.put("code", code);
        answer.put("why", shown);
        out.accept(address.box() + ": refused (" + code + "): " + shown);
    }

    private List<X509Certificate> judge(Address address, Petition petition, Instant now)
            throws PetitionRefusedException, IOException {
        Subject asker = asker(address, petition, now);
        PublicKey key = petition.request().key();
        Optional<List<X509Certificate>> last = issued.last(address.tenant(), asker.name());
        boolean isSame = last.isPresent() && isFor(key, last.get().get(0), now);
        if (last.isPresent() && !isSame) {
            mayHaveAnother(asker, last.get().get(0), now);
        }
        Optional<String> serial = asker.serial();
        Subject subject = serial.isPresent() ? roster.planned(serial.get(), address.tenant()) : asker;
        if (serial.isEmpty()) {
            roster.check(asker.name(), address.tenant());
        }
        return isSame ? last.get() : issue(address, asker, subject, key, life(petition, serial.isPresent()), now);
    }

    private static boolean isFor(PublicKey key, X509Certificate given, Instant now) {
        return given.getPublicKey().equals(key)
                && now.isBefore(given.getNotAfter().toInstant());
    }

    /** Who asks, once that is proven. */
    private Subject asker(Address address, Petition petition, Instant now) throws PetitionRefusedException {
        X509Certificate certificate = petition.certificate();
        Subject asker;
        try {
            authority.check(certificate, now);
            asker = Subject.of(certificate);
        } catch (RefusedException e) {
            throw new PetitionRefusedException(PetitionRefusedException.UNKNOWN, e);
        }
        if (!petition.isSigned()) {
            throw new PetitionRefusedException(
                    PetitionRefusedException.UNKNOWN, "the request is not signed with the key of the certificate");
        }
        boolean isItself = petition.request().name().equals(asker.name())
                && address.box().equals(asker.name())
                && (asker.tenant().isEmpty() || asker.tenant().equals(address.tenant()));
        if (!isItself || !isBox(asker)) {
            throw new PetitionRefusedException(
                    PetitionRefusedException.FORBIDDEN,
                    "the certificate is that of " + asker.name() + ", which may not ask here");
        }
        if (petition.request().key().equals(certificate.getPublicKey())) {
            throw new PetitionRefusedException(
                    PetitionRefusedException.MALFORMED, "another certificate is for another key");
        }
        return asker;
    }

    /** Persons, and services with a dot in their name, have certificates of this authority, too. */
    private static boolean isBox(Subject asker) {
        return asker.role().isEmpty() && Pattern.matches(NAME, asker.name());
    }

    private static void mayHaveAnother(Subject asker, X509Certificate before, Instant now)
            throws PetitionRefusedException {
        if (asker.serial().isPresent()) {
            throw new PetitionRefusedException(
                    PetitionRefusedException.USED,
                    asker.name() + " has served, for another key: if the box has lost that, enroll it by hand");
        }
        Instant next = CertificateAuthority.issuedAt(before).plus(PAUSE);
        if (now.isBefore(next)) {
            throw new PetitionRefusedException(
                    PetitionRefusedException.TOO_SOON, asker.name() + " gets no other before " + next);
        }
    }

    /** As long as the one before; the first of a box the usual time. */
    private static Duration life(Petition petition, boolean isClaim) {
        Duration longest = Purpose.BOX.longest();
        Duration before = CertificateAuthority.life(petition.certificate());
        return isClaim ? Purpose.BOX.usual() : before.compareTo(longest) < 0 ? before : longest;
    }

    private List<X509Certificate> issue(
            Address address, Subject asker, Subject subject, PublicKey key, Duration life, Instant now)
            throws PetitionRefusedException, IOException {
        List<X509Certificate> chain;
        try {
            chain = authority.issue(subject, key, Purpose.BOX, life, now);
        } catch (RefusedException e) {
            throw new PetitionRefusedException(PetitionRefusedException.UNABLE, e);
        }
        out.accept("issued " + issued.keep(address.tenant(), asker.name(), subject, chain));
        return chain;
    }
}
