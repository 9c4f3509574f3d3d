package io.verge.cloud.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.cloud.Command.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands that hang, on threads of their own. */
class WorkersTest {
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Reply DONE = new Reply(200, "");

    private final Workers workers = new Workers();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CommandBox box = new CommandBox();

    @AfterEach
    void release() {
        released.countDown();
    }

    @Test
    void theNextRunsBesideOneThatHangs() {
        assertThat(workers.run("hang", SHORT, this::hang)).isEmpty();

        assertThat(workers.run("other", LONG, () -> DONE)).contains(DONE);
    }

    @Test
    void oneThatHangsIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        workers.run("sleep", SHORT, () -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return DONE;
        });

        interrupted.await();
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void anotherOfItsNameIsRefusedUntilItComesBack() {
        workers.run("hang", SHORT, this::hang);

        assertThatThrownBy(() -> workers.check("hang"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.reply())
                        .isEqualTo(Reply.why(503, "an earlier hang has not come back yet")));
    }

    @Test
    void whatHasComeBackMayRunAgain() throws Exception {
        workers.run("hang", SHORT, this::hang);
        released.countDown();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("command-hang")) {
                thread.join();
            }
        }

        workers.check("hang");
        assertThat(workers.run("hang", LONG, () -> DONE)).contains(DONE);
    }

    @Test
    void nothingRunsWhenTooManyHang() {
        for (int i = 0; i < Workers.MOST_LOST; i++) {
            workers.run("hang-" + i, SHORT, this::hang);
        }

        assertThatThrownBy(() -> workers.check("other")).isInstanceOf(RefusedException.class);
    }

    @Test
    void theBoxAnswers504AndSaysNothingOfItAfterwards() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        List<Consumer<Integer>> progress = new CopyOnWriteArrayList<>();
        box.runner = workers;
        box.start();
        box.command("hang", (request, forward) -> {
            progress.add(forward);
            hang();
            told.countDown();
            return new Answer(200, "");
        });

        assertThat(box.ask("a").command("hang").expiresIn(SHORT).send()).startsWith("{\"code\":504");
        released.countDown();
        told.await();
        progress.forEach(forward -> forward.accept(50));
        assertThat(box.sent).hasSize(1);
        assertThat(box.ask("a").command("hang").send()).as("a replay").startsWith("{\"code\":504");
    }

    /** As code that takes no notice of an interrupt. */
    private Reply hang() {
        while (true) {
            try {
                released.await();
                return DONE;
            } catch (InterruptedException e) {
                // It goes on.
            }
        }
    }
}
