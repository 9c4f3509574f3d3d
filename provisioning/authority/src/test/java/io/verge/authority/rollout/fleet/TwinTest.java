package io.verge.authority.rollout.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.verge.authority.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written into {@code twin/desired}, and what boxes and others answer. */
class TwinTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Wish FIRST = new Wish("2026.12.1", 1);
    private static final Wish SECOND = new Wish("2026.12.1", 2);

    private final Twin twin = new Twin("wuhan/crossing-1");

    @Test
    void whatOthersWishIsHandedOnAsItIs() throws IOException {
        twin.desired(
                utf8(
                        """
                {"epoch":3,"version":12,"time":"2026-04-01T00:00:00Z","note":{"by":"liu"},"profile":{"apps":{"x":null,"y":{"rate":1.50}},
                 "release":{"look":60}}}"""),
                true);

        assertThat(asked(FIRST))
                .isEqualTo("{\"epoch\":3,\"version\":13,\"time\":\"2026-05-01T12:00:00Z\","
                        + "\"note\":{\"by\":\"liu\"},\"profile\":{\"apps\":{\"x\":null,\"y\":{\"rate\":1.50}},"
                        + "\"release\":{\"look\":60,\"name\":\"2026.12.1\"}}}");
    }

    @Test
    void fromTheSecondAttemptOnItsNumberIsSaid() throws IOException {
        twin.desired(utf8("{\"epoch\":1,\"version\":1,\"profile\":{\"release\":{\"name\":\"2026.11.1\"}}}"), true);

        assertThat(asked(SECOND)).contains("\"release\":{\"name\":\"2026.12.1\",\"attempt\":2}");
    }

    @Test
    void askedTwiceNothingIsWritten() throws IOException {
        twin.birth(utf8("{\"twin\":{\"epoch\":0,\"desired\":0,\"applied\":0}}"), true);
        assertThat(asked(FIRST))
                .isEqualTo("{\"epoch\":1,\"version\":1,\"profile\":{\"release\":{\"name\":\"2026.12.1\"}}}");

        assertThat(twin.asking(FIRST, NOW)).isEmpty();
    }

    @Test
    void takenBackTheSectionIsGoneWhenNothingElseIsInIt() throws IOException {
        twin.birth(utf8("{}"), true);
        asked(FIRST);
        Optional<Desired> without = twin.withdrawing(FIRST, NOW);

        assertThat(without.map(document -> new String(document.content(), UTF_8)))
                .contains("{\"epoch\":1,\"version\":2,\"profile\":{}}");
    }

    @Test
    void theWishOfSomebodyElseIsNotTakenBack() throws IOException {
        twin.desired(utf8("{\"epoch\":1,\"version\":1,\"profile\":{\"release\":{\"name\":\"2027.1.1\"}}}"), true);

        assertThat(twin.withdrawing(FIRST, NOW)).isEmpty();
    }

    @Test
    void aBoxThatNobodyKnowsIsNotAsked() {
        assertThat(twin.isKnown()).isFalse();
        assertThatIOException().isThrownBy(() -> twin.asking(FIRST, NOW)).withMessageContaining("no such box");
    }

    @Test
    void aBoxWhoseDocumentTheBrokerHasLostIsNotAskedSinceAllElseWouldBeTakenBack() {
        twin.birth(utf8("{\"twin\":{\"epoch\":1,\"desired\":7,\"applied\":7}}"), true);

        assertThatIOException()
                .isThrownBy(() -> twin.asking(FIRST, NOW))
                .withMessageContaining("version 7")
                .withMessageContaining("publish it again");
    }

    @Test
    void aDocumentThatCannotBeReadIsLeftAlone() {
        twin.desired(utf8("{\"epoch\":1,\"version\":\"seven\",\"profile\":{}}"), true);

        assertThatIOException()
                .isThrownBy(() -> twin.asking(FIRST, NOW))
                .withMessage("twin/desired cannot be read: version: a whole number was expected");
    }

    @Test
    void aDocumentThatWouldBeTooGreatIsNotWritten() {
        String filling = "x".repeat(Desired.LARGEST - 80);
        twin.desired(utf8("{\"epoch\":1,\"version\":1,\"profile\":{\"apps\":{\"a\":\"" + filling + "\"}}}"), true);

        assertThatIOException().isThrownBy(() -> twin.asking(FIRST, NOW)).withMessageContaining("greater than");
    }

    /** A session that goes on gets what it wrote last time, before what is retained. */
    @Test
    void whatWasKeptForUsIsNotWhatIsThere() throws IOException {
        assertThat(twin.desired(utf8("{\"epoch\":1,\"version\":1,\"profile\":{}}"), false))
                .isEmpty();
        twin.birth(utf8("{}"), false);
        assertThat(twin.isKnown()).isFalse();

        twin.desired(utf8("{\"epoch\":1,\"version\":2,\"profile\":{}}"), true);
        assertThat(twin.isKnown()).isTrue();
        assertThat(asked(FIRST)).contains("\"version\":3");
    }

    @Test
    void whatWasKeptForUsTakesNoWishOut() {
        twin.expect(FIRST);

        assertThat(twin.desired(utf8("{\"epoch\":1,\"version\":1,\"profile\":{}}"), false))
                .isEmpty();
    }

    @Test
    void aBirthThatIsRetainedWithoutADocumentSaysThatThereIsNone() {
        twin.birth(utf8("{}"), true);

        assertThat(twin.isKnown()).isTrue();
    }

    @Test
    void whoTakesTheWishOutIsNoticed() throws IOException {
        twin.birth(utf8("{}"), true);
        asked(FIRST);

        assertThat(twin.desired(
                        utf8("{\"epoch\":1,\"version\":1,\"profile\":{\"release\":{\"name\":\"2026.12.1\"}}}"), false))
                .isEmpty();
        assertThat(twin.desired(utf8("{\"epoch\":1,\"version\":2,\"profile\":{}}"), false))
                .contains(new Heard.Overruled(
                        "wuhan/crossing-1", "somebody has taken the wish out of twin/desired, version 2"));
    }

    @Test
    void whatWasRetainedBeforeWeWroteIsNotTakenForAnAnswer() throws IOException {
        twin.desired(utf8("{\"epoch\":1,\"version\":4,\"profile\":{}}"), true);
        asked(FIRST);

        assertThat(twin.desired(utf8("{\"epoch\":1,\"version\":4,\"profile\":{}}"), false))
                .isEmpty();
    }

    @Test
    void aBoxThatRejectsTheDocumentIsHeard() throws IOException {
        twin.birth(utf8("{}"), true);
        asked(FIRST);

        assertThat(twin.reported(
                        utf8("{\"patch\":{\"keys\":{\"update\":{\"dv\":0,\"st\":\"rejected\",\"why\":\"old\"}}}}")))
                .isEmpty();
        assertThat(twin.reported(utf8("{\"patch\":{\"keys\":{\"update\":{\"dv\":1,\"st\":\"pending\"}}}}")))
                .isEmpty();
        assertThat(twin.reported(utf8(
                        "{\"patch\":{\"keys\":{\"update\":{\"dv\":1,\"st\":\"rejected\",\"why\":\"no section\"}}}}")))
                .contains(new Heard.Overruled(
                        "wuhan/crossing-1", "the box does not take version 1 of twin/desired: update: no section"));
    }

    private String asked(Wish wish) throws IOException {
        Desired document = twin.asking(wish, NOW).orElseThrow();
        twin.wrote(Desired.read(document.content()));
        assertThat(JsonObject.read(document.content()).members()).isNotEmpty();
        return new String(document.content(), UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
