package io.verge.authority.rollout.hawkbit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.Phase;
import io.verge.authority.json.JsonObject;
import io.verge.authority.rollout.hawkbit.History.Entry;
import io.verge.authority.rollout.hawkbit.History.Saying;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hawkBit writes down, in our words. The entries are such as hawkBit 0.3.0M7 has them. */
class HistoryTest {
    private static final Entry ASSIGNED = new Entry("running", List.of());
    private static final Entry FETCHED = new Entry(
            "retrieved", List.of("Update Server: Target retrieved update action and should start now the download."));
    private static final Entry CANCELING =
            new Entry("canceling", List.of("Update Server: manual cancelation requested"));

    @ParameterizedTest
    @CsvSource({
        "retrieved,  Update Server: Target retrieved update action, METADATA,  ''",
        "running,    resolve,                                       RESOLVE,   ''",
        "running,    wait: the road is busy,                        WAIT,      the road is busy",
        "running,    Update Server: Target reported PROCEEDING.,    DOWNLOAD,  ''",
        "running,    waits: another update goes on,                 METADATA,  waits: another update goes on",
        "running,    committed,                                     METADATA,  committed",
        "downloaded, staged,                                        STAGED,    ''",
        "download,   Update Server: Target downloads a.jar,         DOWNLOAD,  ''",
        "finished,   committed,                                     COMMITTED, ''",
        "error,      failed: the radar was silent,                  FAILED,    the radar was silent",
        "error,      rejected: another model,                       REJECTED,  another model",
        "error,      cancelled: a maintainer does not want it,      CANCELLED, a maintainer does not want it",
        "error,      there is no software module verge in it,       FAILED,    there is no software module verge in it",
        "error,      wait: for ever,                                FAILED,    wait: for ever",
        "canceled,   nothing was changed,                           CANCELLED, nothing was changed",
    })
    void aWordOfABox(String type, String message, Phase phase, String why) {
        assertThat(of(new Entry(type, List.of(message)), FETCHED, ASSIGNED).last())
                .contains(new Saying(phase, why));
    }

    @Test
    void theRemedyBelongsToTheReason() {
        Entry failed = new Entry("error", List.of("failed: the radar was silent", "look at its cable"));

        assertThat(of(failed, ASSIGNED).last())
                .contains(new Saying(Phase.FAILED, "the radar was silent; look at its cable"));
    }

    @Test
    void theServersOwnWordsAreNotTheBoxs() {
        Entry canceled = new Entry(
                "canceled",
                List.of("Update Server: Cancelation confirmed.", "nothing was changed", "Update Server: x"));

        assertThat(of(canceled, ASSIGNED).last()).contains(new Saying(Phase.CANCELLED, "nothing was changed"));
    }

    @Test
    void anAssignmentAloneIsNoWordOfTheBox() {
        assertThat(of(ASSIGNED).last()).isEmpty();
        assertThat(of(new Entry("wait_for_confirmation", List.of("Update Server: waits")), ASSIGNED)
                        .last())
                .isEmpty();
    }

    @Test
    void whoRefusesToBeCancelledIsWhereHeWas() {
        Entry switching = new Entry("running", List.of("switch"));
        Entry rejected = new Entry("cancel_rejected", List.of("too-late"));

        assertThat(of(rejected, CANCELING, switching, FETCHED, ASSIGNED).last()).contains(new Saying(Phase.SWITCH, ""));
    }

    @Test
    void onlyWhatTheBoxNeverFetchedIsUntouched() {
        assertThat(of(CANCELING, ASSIGNED).isUntouched()).isTrue();
        assertThat(of(CANCELING, FETCHED, ASSIGNED).isUntouched()).isFalse();
        assertThat(of(
                                new Entry("retrieved", List.of("Update Server: Target retrieved cancel action")),
                                CANCELING,
                                ASSIGNED)
                        .isUntouched())
                .isFalse();
        assertThat(new History(List.of(CANCELING, ASSIGNED), false).isUntouched())
                .isFalse();
    }

    @Test
    void nullAmongTheMessagesIsPassedOver() throws IOException {
        History read = History.of(JsonObject.read(
                "{\"content\":[{\"type\":\"running\",\"messages\":[null],\"reportedAt\":1}],\"total\":1}"
                        .getBytes(UTF_8)));

        assertThat(read).isEqualTo(new History(List.of(ASSIGNED), true));
    }

    @Test
    void whatABoxSaysMovesNoCursorAndIsNotEndless() {
        Entry hostile = new Entry("error", List.of("failed: \u001b[2J" + "x".repeat(10_000)));

        assertThat(of(hostile).last().orElseThrow().why()).startsWith("?[2Jxx").hasSizeLessThan(400);
    }

    private static History of(Entry... newestFirst) {
        return new History(Stream.of(newestFirst).toList(), true);
    }
}
