package io.verge.itests.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.itests.cloud.History.Durable;
import io.verge.itests.cloud.History.Row;
import io.verge.itests.cloud.History.Run;
import io.verge.itests.cloud.History.Told;
import io.verge.itests.cloud.History.Wish;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private final History history = new History();

    private static Row row(long sequence, String number) {
        return new Row("a", "s", "events", sequence, number);
    }

    private void told(long base, long version, Map<String, Object> patch) {
        history.told.add(new Told("a", base, version, base == 0, patch));
    }

    private void good() {
        history.durable.add(new Durable("a", "1"));
        history.durable.add(new Durable("a", "2"));
        history.rows.add(row(1, "1"));
        history.rows.add(row(2, "2"));
        told(0, 1, Map.of("applied", 1, "keys", Map.of("messages", "old")));
        told(1, 2, Map.of("keys", Map.of("messages", "new")));
        told(0, 1, Map.of("applied", 1, "keys", Map.of("messages", "old")));
        told(2, 3, Map.of("applied", 2));
        history.runs.add(new Run("a", "c1"));
        history.runs.add(new Run("b", "c1"));
        history.wishes.add(new Wish("a", 1));
        history.wishes.add(new Wish("a", 2));
    }

    @Test
    void aGoodHistoryHasNoFault() {
        good();
        assertThat(Judge.judge(history)).isEmpty();
    }

    @Test
    void whatWasNotDurableMayBeThereOrNot() {
        good();
        history.rows.add(row(3, "3"));
        assertThat(Judge.judge(history)).isEmpty();
    }

    @Test
    void aDurableRecordThatIsNotThereIsLost() {
        good();
        history.rows.remove(0);
        assertThat(Judge.judge(history)).containsExactly("record 1 of a was durable and is lost");
    }

    @Test
    void theSameNumberOfAnotherBoxIsAnotherRecord() {
        good();
        history.durable.add(new Durable("b", "1"));
        assertThat(Judge.judge(history)).containsExactly("record 1 of b was durable and is lost");
    }

    @Test
    void aRecordUnderTwoSequencesIsThereTwice() {
        good();
        history.rows.add(row(3, "1"));
        assertThat(Judge.judge(history)).singleElement().asString().startsWith("record 1 of a is there twice");
    }

    @Test
    void aVersionWithTwoContentsIsAFault() {
        good();
        told(0, 3, Map.of("applied", 2, "keys", Map.of("messages", "other")));
        assertThat(Judge.judge(history))
                .singleElement()
                .asString()
                .contains("report 3 of a was told with two contents");
    }

    @Test
    void theSameVersionMayBeToldAsAPatchAndInFull() {
        good();
        told(0, 3, Map.of("applied", 2, "keys", Map.of("messages", "new")));
        assertThat(Judge.judge(history)).isEmpty();
    }

    @Test
    void aNullInAPatchTakesAway() {
        good();
        Map<String, Object> patch = new HashMap<>();
        patch.put("keys", null);
        told(3, 4, patch);
        told(0, 4, Map.of("applied", 2));
        assertThat(Judge.judge(history)).isEmpty();
    }

    @Test
    void aPatchWhoseBaseWasNotHeardIsPassedOver() {
        good();
        told(7, 8, Map.of("applied", 1));
        assertThat(Judge.judge(history)).isEmpty();
    }

    @Test
    void whatIsAppliedDoesNotGoBack() {
        good();
        told(3, 4, Map.of("applied", 1));
        assertThat(Judge.judge(history))
                .containsExactly(
                        "report 4 of a goes back from version 2 to 1", "version 2 was wanted of a, and it has 1");
    }

    @Test
    void aCommandThatRunsTwiceIsAFault() {
        good();
        history.runs.add(new Run("a", "c1"));
        assertThat(Judge.judge(history)).containsExactly("command c1 ran twice on a");
    }

    @Test
    void aWishThatWasNeverReachedIsLost() {
        good();
        history.wishes.add(new Wish("a", 3));
        assertThat(Judge.judge(history)).containsExactly("version 3 was wanted of a, and it has 2");
    }

    @Test
    void aBoxThatNeverReportedHasNothing() {
        history.wishes.add(new Wish("b", 1));
        assertThat(Judge.judge(history)).containsExactly("version 1 was wanted of b, and it has 0");
    }
}
