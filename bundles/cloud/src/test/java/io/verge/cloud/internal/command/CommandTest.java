package io.verge.cloud.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.cloud.Command.Answer;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stage;
import io.verge.testkit.FaultyDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final String DONE = "{\"code\":200,\"content\":{\"runs\":1}}";

    private final FaultyDisk disk = new FaultyDisk(new Random(1));
    private final CommandBox box = new CommandBox(disk);

    @Test
    void runsAndAnswersWithTheCorrelationOfTheRequest() {
        assertThat(box.ask("a").content("{\"x\":1}").send()).isEqualTo(DONE);

        assertThat(box.runs).containsExactly("{\"x\":1}");
        assertThat(box.sent.get(0).topic()).isEqualTo("verge/v1/wuhan/wuhan-0417/reply/count");
        assertThat(CommandBox.text(box.sent.get(0).correlation())).isEqualTo("a");
    }

    @Test
    void answersWhereTheRequestWantsIt() {
        box.ask("a").responseTopic("verge/v1/wuhan/desk-7/answers").send();

        assertThat(box.sent.get(0).topic()).isEqualTo("verge/v1/wuhan/desk-7/answers");
    }

    @Test
    void aReplayGetsTheStoredAnswerAlsoAfterItsTimeAndAfterARestart() {
        box.ask("a").send();
        box.start();
        box.clock.advance(Duration.ofDays(3));

        assertThat(box.ask("a").expiresIn(Duration.ofDays(-3).plusSeconds(60)).send())
                .isEqualTo(DONE);
        assertThat(box.runs).hasSize(1);
    }

    @Test
    void anotherRequestWithTheSameCorrelationIsAConflict() {
        box.ask("a").send();
        box.command("other", (request, progress) -> new Answer(200, ""));

        assertThat(box.ask("a").command("other").send()).startsWith("{\"code\":409");
    }

    @Test
    void whatWasInterruptedIsNeverRunAgain() {
        List<String> runs = new ArrayList<>();
        box.command("reboot", (request, progress) -> {
            runs.add("x");
            disk.failFrom(1); // as if the process ended here: nothing is written any more
            return new Answer(200, "");
        });
        box.ask("a").command("reboot").send();
        disk.powerCut();
        box.start();

        assertThat(box.ask("a").command("reboot").send())
                .startsWith("{\"code\":500")
                .contains("interrupted, unknown outcome");
        assertThat(runs).hasSize(1);
    }

    @Test
    void nothingRunsThatCannotBeWrittenDownBefore() {
        disk.free(0);
        assertThat(box.ask("a").send()).startsWith("{\"code\":503");
        assertThat(box.runs).isEmpty();

        disk.free(1 << 30);
        assertThat(box.ask("a").send()).isEqualTo(DONE);
    }

    @Test
    void progressIsToldForwardAndTheFinalAnswerOnce() {
        box.command("long", (request, progress) -> {
            progress.accept(40);
            progress.accept(30);
            progress.accept(80);
            return new Answer(200, "");
        });
        box.ask("a").command("long").send();

        assertThat(box.sent)
                .extracting(message -> CommandBox.text(message.content()))
                .containsExactly("{\"code\":202,\"progress\":40}", "{\"code\":202,\"progress\":80}", "{\"code\":200}");
    }

    @Test
    void aCommandThatThrowsHasFailedAndTheNextRuns() {
        box.command("broken", (request, progress) -> {
            throw new IllegalStateException("no");
        });

        assertThat(box.ask("a").command("broken").send())
                .startsWith("{\"code\":500")
                .contains("no");
        assertThat(box.ask("b").send()).isEqualTo(DONE);
    }

    @Test
    void anAnswerThatIsNoneOfTheContractsIsAFailure() {
        box.command("odd", (request, progress) -> new Answer(299, "{}"));
        box.command("garbage", (request, progress) -> new Answer(200, "{"));
        box.command("huge", (request, progress) -> new Answer(200, "\"" + "x".repeat(70_000) + "\""));

        assertThat(box.ask("a").command("odd").send()).startsWith("{\"code\":500");
        assertThat(box.ask("b").command("garbage").send()).startsWith("{\"code\":500");
        assertThat(box.ask("c").command("huge").send()).startsWith("{\"code\":500");
    }

    @Test
    void whatHasExpiredDoesNotRun() {
        assertThat(box.ask("a").expiresIn(Duration.ofSeconds(-1)).send()).startsWith("{\"code\":410");
        assertThat(box.ask("b").expirySeconds(0L).send()).startsWith("{\"code\":410");
        assertThat(box.runs).isEmpty();
    }

    @Test
    void whatMayBeTooLateByTheClocksErrorDoesNotRun() {
        box.clock.quality(new ClockQuality(ClockQuality.Source.NTP, Duration.ofMinutes(2)));
        assertThat(box.ask("a").expiresIn(Duration.ofSeconds(60)).send()).startsWith("{\"code\":425");

        box.clock.quality(new ClockQuality(ClockQuality.Source.FREE_RUNNING, null));
        assertThat(box.ask("b").expiresIn(Duration.ofHours(1)).send()).startsWith("{\"code\":425");
        assertThat(box.runs).isEmpty();
    }

    @Test
    void whatHasWaitedTooLongDoesNotRun() {
        List<Runnable> work = new ArrayList<>();
        box.stage = waiting(work);
        box.start();
        box.ask("a").send();
        box.clock.advance(Duration.ofSeconds(61));
        work.forEach(Runnable::run);

        assertThat(box.last()).startsWith("{\"code\":410");
        assertThat(box.runs).isEmpty();
    }

    @Test
    void tenAreUnderWayAtMost() {
        List<Runnable> work = new ArrayList<>();
        box.stage = waiting(work);
        box.start();
        for (int i = 0; i < 10; i++) {
            assertThat(box.ask("a" + i).send()).isEmpty();
        }
        assertThat(box.ask("b").send()).startsWith("{\"code\":429");

        work.forEach(Runnable::run);
        assertThat(box.runs).hasSize(10);
        assertThat(box.ask("b").send()).as("there is room again").isEmpty();
    }

    private static Stage waiting(List<Runnable> work) {
        return new Stage() {
            @Override
            public boolean offer(Runnable one) {
                return work.add(one);
            }

            @Override
            public void every(Duration period, Runnable one) {}

            @Override
            public void close() {}
        };
    }
}
