package io.verge.authority.renewal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.authority.identity.CertificateAuthority;
import io.verge.authority.identity.Purpose;
import io.verge.authority.identity.Subject;
import io.verge.authority.keys.Keys;
import io.verge.authority.renewal.Desk.Holder;
import io.verge.authority.renewal.Desk.Said;
import io.verge.json.tree.JsonTree;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets a certificate over the broker, and who does not. */
class RenewalDeskTest {
    private static final Duration MONTHS = Duration.ofDays(250);

    private final Desk desk = new Desk(false);
    private final Holder box = desk.box("box-17");
    private final KeyPair next = Keys.p256();

    @Test
    void aBoxGetsWhatFollowsItsOwn() throws Exception {
        Said said = desk.later(MONTHS).ask(box, next);

        assertThat(said.topic()).isEqualTo("verge/v1/wuhan/box-17/identity/certificate");
        assertThat(said.id()).isEqualTo("a1");
        assertThat(said.certificate().getPublicKey()).isEqualTo(next.getPublic());
        assertThat(said.certificate().getSubjectX500Principal())
                .isEqualTo(box.certificate().getSubjectX500Principal());
        assertThat(CertificateAuthority.life(said.certificate())).isEqualTo(Purpose.BOX.usual());
        assertThat(said.certificate().getExtendedKeyUsage()).hasSize(2);
    }

    @Test
    void everyIssueIsPrintedAndWrittenDown() throws Exception {
        Said said = desk.ask(box, next);

        String line = "2026-12-01T08:00:00Z,box-17,box-17,wuhan,"
                + said.certificate().getSerialNumber().toString(16) + ",2027-12-01T08:00:00Z,";
        assertThat(desk.said).singleElement().asString().startsWith("issued " + line);
        assertThat(new String(desk.disk.read(Desk.ISSUED.resolve("issued.csv"), 10_000), UTF_8))
                .startsWith("time,asked,box,tenant,serial,until,fingerprint\n" + line);
    }

    @Test
    void whoAsksAgainForTheSameKeyGetsTheSameAgain() {
        Said first = desk.ask(box, next);
        Said again = desk.later(Duration.ofDays(3)).ask(box, Desk.petition(box, next, "b2"));

        assertThat(again.id()).isEqualTo("b2");
        assertThat(again.certificate()).isEqualTo(first.certificate());
        assertThat(desk.said).hasSize(1);
    }

    @Test
    void aReplayGetsTheSameAgain() {
        Map<String, Object> petition = Desk.petition(box, next, "a1");

        assertThat(desk.ask(box, petition).certificate())
                .isEqualTo(desk.ask(box, petition).certificate());
    }

    @Test
    void anotherKeyHasToWait() {
        Said first = desk.ask(box, next);
        KeyPair other = Keys.p256();
        assertThat(desk.later(Duration.ofMinutes(59)).ask(box, other).code()).isEqualTo(429);

        Said second = desk.later(Duration.ofMinutes(1)).ask(box, other);

        assertThat(second.certificate()).isNotEqualTo(first.certificate());
    }

    @Test
    void whatWasSignedWithAnotherKeyIsRefused() {
        Map<String, Object> petition = Desk.petition(box, next, "a1");
        petition.put("signature", Desk.signature(next, String.valueOf(petition.get("request"))));

        assertThat(desk.ask(box, petition).code()).isEqualTo(401);
    }

    @Test
    void aRequestThatWasSignedForAnotherIsRefused() {
        Map<String, Object> petition = Desk.petition(box, next, "a1");
        petition.put("request", Desk.petition(box, Keys.p256(), "b2").get("request"));

        assertThat(desk.ask(box, petition).code()).isEqualTo(401);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() {
        Holder foreign = desk.holder(box.subject(), Purpose.BOX, desk.stranger());

        assertThat(desk.ask(foreign, next).code()).isEqualTo(401);
    }

    @Test
    void aCertificateThatHasEndedIsRefused() {
        assertThat(desk.later(Duration.ofDays(366)).ask(box, next))
                .satisfies(said -> assertThat(said.code()).isEqualTo(401))
                .satisfies(said -> assertThat(said.why()).contains("has ended on 2027-12-01"));
    }

    @Test
    void aRequestInTheNameOfAnotherIsRefused() {
        Holder disguised = new Holder(new Subject("box-18", "wuhan", ""), box.pair(), box.certificate());
        Map<String, Object> petition = Desk.petition(disguised, next, "a1");

        assertThat(desk.ask(box, petition).code()).isEqualTo(403);
    }

    @Test
    void theTopicOfAnotherBoxIsRefused() {
        byte[] petition = JsonTree.octets(Desk.petition(box, next, "a1"));

        assertThat(desk.ask("verge/v1/wuhan/box-18/identity/request", petition))
                .hasValueSatisfying(said -> assertThat(said.code()).isEqualTo(403));
        assertThat(desk.ask("verge/v1/hefei/box-17/identity/request", petition))
                .hasValueSatisfying(said -> assertThat(said.code()).isEqualTo(403));
    }

    @Test
    void aPersonIsRefused() {
        Holder person = desk.holder(new Subject("anna", "wuhan", "operator"), Purpose.STAFF, desk.authority);

        assertThat(desk.ask(person, next).code()).isEqualTo(403);
    }

    @Test
    void theOldKeyOnceMoreIsRefused() {
        assertThat(desk.ask(box, box.pair()).code()).isEqualTo(400);
    }

    @Test
    void whoIsBlockedIsRefusedAlsoWhatItHadBefore() {
        assertThat(desk.ask(box, next).code()).isZero();
        desk.list(Desk.BLOCKED, "box,why", "box-17,stolen");

        assertThat(desk.ask(box, next))
                .satisfies(said -> assertThat(said.code()).isEqualTo(403))
                .satisfies(said -> assertThat(said.why()).isEqualTo("box-17 is blocked"));
    }

    @Test
    void aListOfTheBlockedThatCannotBeReadLetsNobodyIn() {
        desk.list(Desk.BLOCKED, "name", "box-17");

        assertThat(desk.ask(box, next).code()).isEqualTo(503);
        assertThat(desk.said).anySatisfy(line -> assertThat(line).contains("a column 'box' was expected"));
    }

    @Test
    void whatCannotBeWrittenDownIsNotGiven() {
        desk.disk.failFrom(1);
        assertThat(desk.ask(box, next).code()).isEqualTo(503);
        desk.disk.restart();

        assertThat(desk.ask(box, next).code()).isZero();
    }

    @Test
    void aTopicThatIsNoneIsNotAnswered() {
        assertThat(desk.ask("verge/v1/wuhan/box-17/identity/certificate", new byte[0]))
                .isEmpty();
    }

    @Test
    void whatIsTooLongIsNotAnswered() {
        Map<String, Object> petition = Desk.petition(box, next, "a1");
        petition.put("more", "x".repeat(Petition.LARGEST));

        assertThat(desk.ask(box.topic(), JsonTree.octets(petition))).isEmpty();
        assertThat(desk.said).singleElement().asString().contains("16384 are taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"id\":1}", "{\"id\":\"\\u001b[2J\"}", "{\"id\":\"\"}"})
    void whatHasNoIdIsNotAnswered(String content) {
        assertThat(desk.ask(box.topic(), content.getBytes(UTF_8))).isEmpty();
        assertThat(desk.said).singleElement().asString().doesNotContain("\u001b");
    }

    @Test
    void whateverIsInItItIsAnsweredOrNot() {
        Random random = new Random(11);
        String[] members = {"request", "certificate", "signature"};
        for (int round = 0; round < 300; round++) {
            Map<String, Object> petition = Desk.petition(box, next, "a1");
            String member = members[round % members.length];
            StringBuilder changed = new StringBuilder(String.valueOf(petition.get(member)));
            changed.setCharAt(random.nextInt(changed.length()), (char) (32 + random.nextInt(95)));
            petition.put(member, changed.toString());

            assertThat(desk.ask(box, petition).code())
                    .as(member + ": " + changed)
                    .isIn(0L, 400L, 401L);
        }
    }
}
