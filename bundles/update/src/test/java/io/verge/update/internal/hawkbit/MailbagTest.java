package io.verge.update.internal.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.transfer.hawkbit.Feedback;
import io.verge.transfer.hawkbit.Feedback.Execution;
import io.verge.update.internal.hawkbit.Mailbag.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MailbagTest {
    private static final Feedback PROGRESS = Feedback.proceeding(1, 2);
    private static final Feedback END = Feedback.success();

    private final Mailbag mailbag = new Mailbag();

    private List<Letter> all() {
        List<Letter> all = new ArrayList<>();
        for (Letter letter = mailbag.next(0); letter != null; letter = mailbag.next(0)) {
            all.add(letter);
            mailbag.told(letter, 0);
        }
        return all;
    }

    @Test
    void ofProgressOnlyTheNewestIsKept() {
        mailbag.post("18", PROGRESS);
        mailbag.post("18", Feedback.proceeding(2, 2));

        assertThat(all()).containsExactly(new Letter("18", Feedback.proceeding(2, 2)));
    }

    @Test
    void whatIsNewerWhileItIsToldIsNotLost() {
        mailbag.post("18", PROGRESS);
        Letter telling = Objects.requireNonNull(mailbag.next(0));
        mailbag.post("18", END);
        mailbag.told(telling, 0);

        assertThat(mailbag.next(0)).isEqualTo(new Letter("18", END));
    }

    @Test
    void endsAreDroppedLast() {
        mailbag.post("1", END);
        for (int i = 0; i < 200; i++) {
            mailbag.post("2", i % 2 == 0 ? PROGRESS : Feedback.of(Execution.SCHEDULED));
        }

        assertThat(all()).hasSize(64).first().isEqualTo(new Letter("1", END));
    }

    @Test
    void itIsBoundedAlsoWhenAllAreEnds() {
        for (int i = 0; i < 200; i++) {
            mailbag.post("" + i, END);
        }

        assertThat(all()).hasSize(64).last().isEqualTo(new Letter("199", END));
    }

    @Test
    void anEndDoesNotWait() {
        mailbag.post("18", PROGRESS);
        all();
        mailbag.post("18", PROGRESS);
        assertThat(mailbag.next(Duration.ofSeconds(59).toNanos())).isNull();

        mailbag.post("18", END);
        assertThat(all()).hasSize(2).last().isEqualTo(new Letter("18", END));
    }

    @Test
    void whatNobodyWantsToHearIsForgotten() {
        mailbag.post("18", PROGRESS);
        mailbag.post("19", END);
        mailbag.forget("18");

        assertThat(all()).containsExactly(new Letter("19", END));
    }
}
