package io.verge.cloud.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.testkit.FaultyDisk;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are refused: with a reason on the reply's topic, and nothing run or written. */
class BadRequestTest {
    private static final String REPLIES = "verge/v1/wuhan/wuhan-0417/reply/count";

    private final FaultyDisk disk = new FaultyDisk(new Random(1));
    private final CommandBox box = new CommandBox(disk);

    @AfterEach
    void nothingHasRun() {
        assertThat(box.runs).isEmpty();
        assertThat(disk.has(CommandBox.FILE)).isFalse();
    }

    @Test
    void withoutCorrelationData() {
        assertThat(box.ask(null).send()).startsWith("{\"code\":400").contains("correlation data is missing");
        assertThat(box.ask("").send()).startsWith("{\"code\":400");
        assertThat(box.sent.get(0).topic()).isEqualTo(REPLIES);
    }

    @Test
    void withTooMuchCorrelationDataWhichIsNotSentBack() {
        assertThat(box.ask("x".repeat(65)).send()).startsWith("{\"code\":400");
        assertThat(box.sent.get(0).correlation()).isNull();
    }

    @Test
    void withoutAnExpiry() {
        assertThat(box.ask("a").expirySeconds(null).send())
                .startsWith("{\"code\":400")
                .contains("message expiry");
        assertThat(box.ask("b").withoutExpires().send())
                .startsWith("{\"code\":400")
                .contains("expires is missing");
        assertThat(box.ask("c").expires(() -> "soon").send()).startsWith("{\"code\":400");
    }

    @Test
    void fromTheFuture() {
        assertThat(box.ask("a").expiresIn(Duration.ofDays(6).plusSeconds(1)).send())
                .startsWith("{\"code\":400")
                .contains("at most 6 days");
    }

    @Test
    void thatIsUnknown() {
        assertThat(box.ask("a").command("no-such").send()).startsWith("{\"code\":404");
        assertThat(box.ask("b").command("Not a Name").send()).startsWith("{\"code\":404");
    }

    @Test
    void forAnotherBoxOrTenant() {
        assertThat(box.ask("a").topic("verge/v1/wuhan/wuhan-0418/command/count").send())
                .startsWith("{\"code\":403")
                .contains("another box");
        assertThat(box.ask("b")
                        .topic("verge/v1/vienna/wuhan-0417/command/count")
                        .send())
                .startsWith("{\"code\":403");
    }

    @Test
    void whatIsNoCommandIsPassedOver() {
        assertThat(box.ask("a").topic("verge/v1/wuhan/wuhan-0417/ack").send()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "verge/v1/vienna/desk/answers",
                "verge/v1/wuhan",
                "verge/v1/wuhan/desk",
                "verge/v1/wuhan/+/answers",
                "verge/v1/wuhan/desk/#",
                "verge/v1/wuhan/wuhan-0418/command/reboot",
                "verge/v1/wuhan/wuhan-0418/twin/desired",
                "verge/v1/wuhan/wuhan-0417/record/critical/events",
                "verge/v1/wuhan/wuhan-0417/online",
                "verge/v1/wuhan/$state/ingest",
                "verge/v1/wuhan/v2x/denm/1"
            })
    void withAResponseTopicWhereOthersReadOtherThings(String topic) {
        assertThat(box.ask("a").responseTopic(topic).send()).startsWith("{\"code\":403");
        assertThat(box.sent.get(0).topic()).isEqualTo(REPLIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{", "{\"a\":1,\"a\":2}", "{} {}", "[[[[[[[[[]]]]]]]]]"})
    void withContentThatIsNotStrictlyJsonOrTooDeep(String content) {
        assertThat(box.ask("a").content(content).send())
                .startsWith("{\"code\":400")
                .contains("content: ");
    }

    @Test
    void withContentThatIsTooLarge() {
        assertThat(box.ask("a").content("\"" + "x".repeat(64 * 1024) + "\"").send())
                .startsWith("{\"code\":400")
                .contains("at most 65536 octets");
    }

    @Property(tries = 500)
    void nothingIsThrownWhateverComes(
            @ForAll String topic, @ForAll byte[] content, @ForAll String response, @ForAll byte[] correlation) {
        CommandBox any = new CommandBox();
        for (String where : new String[] {topic, "verge/v1/wuhan/wuhan-0417/command/" + topic}) {
            any.start()
                    .take(
                            new Inbound(
                                    where,
                                    ByteBuffer.wrap(content),
                                    true,
                                    1L,
                                    response,
                                    ByteBuffer.wrap(correlation),
                                    Map.of("expires", response)),
                            any.topics);
        }
        assertThat(any.runs).isEmpty();
    }
}
