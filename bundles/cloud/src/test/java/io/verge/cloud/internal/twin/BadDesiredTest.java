package io.verge.cloud.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.time.ClockQuality;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Desired documents that are refused: with a reason that is reported, and nothing changed. */
class BadDesiredTest {
    private static final String GOOD = "'profile':{'perception':{'age':600}}";

    private final TwinBox box = new TwinBox();

    @AfterEach
    void nothingIsChanged() {
        assertThat(box.profiles.applied).isEmpty();
        assertThat(box.profiles.text()).isEqualTo(TwinBox.PROFILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '?',
            value = {
                "nonsense|no JSON",
                "[]|an object in JSON was expected",
                "{'epoch':1,'version':2}|profile: an object of sections was expected",
                "{'epoch':1,'version':2,'profile':[]}|profile: an object",
                "{'epoch':1,'version':0,'profile':{}}|version: a whole number",
                "{'epoch':1,'version':-2,'profile':{}}|version: a whole number",
                "{'epoch':1,'version':1.5,'profile':{}}|version: a whole number",
                "{'epoch':1,'version':'2','profile':{}}|version: a whole number",
                "{'epoch':1,'version':9007199254740992,'profile':{}}|version: a whole number",
                "{'version':2,'profile':{}}|epoch: a whole number",
                "{'epoch':1,'version':2,'version':3,'profile':{}}|Duplicate field 'version'",
                "{'epoch':1,'version':2,'profile':{'apps':{'x':{},'x':{}}}}|Duplicate field 'x'",
                "{'epoch':1,'version':2,'profile':{}} x|no JSON",
                "{'epoch':1,'version':2,'profile':{},'time':'yesterday'}|time: a time such as"
            })
    void malformedOnesAreRefusedWithTheReason(String document, String reason) {
        box.desired(document);

        assertThat(box.trouble().cause()).contains(reason);
        assertThat(box.report().desired()).isZero();
    }

    @Test
    void oneFromTheFutureIsRefused() {
        box.desired("{'epoch':1,'version':2,'time':'%s',%s}"
                .formatted(box.clock.now().plusSeconds(301), GOOD));

        assertThat(box.trouble().cause()).contains("which is in the future");
    }

    @Test
    void oneThatHasExpiredIsRefused() {
        box.desired("{'epoch':1,'version':2,'expires':'%s',%s}"
                .formatted(box.clock.now().minusSeconds(1), GOOD));

        assertThat(box.trouble().cause()).contains("it has expired");
    }

    @Test
    void anOldOneIsRefusedAfterANewerWasJudged() {
        box.desired(2, 5, "{'perception':{'bad':1}}");
        box.desired(2, 4, "{'perception':{'age':600}}");
        assertThat(box.report().desired()).isEqualTo(5);

        box.desired(1, 99, "{'perception':{'age':600}}");
        assertThat(box.report().epoch()).isEqualTo(2);
        assertThat(box.audit)
                .filteredOn(line -> line.startsWith("desired-refused"))
                .hasSize(2);
    }

    @Test
    void oneForAnotherBoxIsRefused() {
        box.desired(1, 2, "{'box':{'id':'wuhan-0418'},'perception':{'age':600}}");

        assertThat(box.trouble().cause()).contains("box.id: the document is for wuhan-0418");
    }

    @Test
    void oneForAnotherTenantIsRefused() {
        box.desired(1, 2, "{'box':{'tenant':'vienna'},'perception':{'age':600}}");

        assertThat(box.trouble().cause()).contains("box.tenant: the document is for vienna");
    }

    @Test
    void oneOnTheTopicOfAnotherBoxIsRefused() {
        box.twin.foreign("verge/v1/wuhan/wuhan-0418/twin/desired");

        assertThat(box.trouble().cause()).contains("wuhan-0418/twin/desired, which is another box's");
    }

    @Test
    void aSectionThatIsNoBlockIsRefused() {
        box.desired(1, 2, "{'apps':5,'devices':[],'perception':{'bad':[{'x':null}]}}");

        assertThat(box.trouble().code()).isEqualTo("desired-rejected");
    }

    @Test
    void theSameRefusalIsReportedOnce() {
        box.twin.began(true);
        for (int i = 0; i < 100; i++) {
            box.desired("nonsense");
        }

        assertThat(box.told).as("all of it, and the refusal").hasSize(2);
    }

    @Property(tries = 300)
    void nothingIsThrownWhateverComes(@ForAll byte[] octets) {
        TwinBox any = new TwinBox();
        any.twin.desired(ByteBuffer.wrap(octets));
        assertThat(any.profiles.applied).isEmpty();
    }

    @Test
    void aBoxThatHasNoTimeTakesWhatIsDated() {
        TwinBox early = new TwinBox();
        early.clock.quality(new ClockQuality(ClockQuality.Source.FREE_RUNNING, null));
        early.desired("{'epoch':1,'version':2,'time':'2036-01-01T00:00:00Z',%s}".formatted(GOOD));

        assertThat(early.profiles.applied).hasSize(1);
    }
}
