package io.verge.update.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoxSampleTest {
    private static final long MB = 1_000_000;
    private static final BoxSample WELL = new BoxSample(
            true,
            Set.of(),
            Set.of("rsu (radio)"),
            Set.of("radar-ne", "door"),
            Map.of("radar-ne", rate(20), "door", rate(0.1)),
            12,
            20 * MB,
            40,
            2);

    /** Of two seconds, always the same. */
    private static Rate rate(double framesASecond) {
        return new Rate(framesASecond, 0.5, framesASecond);
    }

    private static BoxSample with(Map<String, Rate> rates) {
        return new BoxSample(true, Set.of(), Set.of(), Set.of("radar-ne", "door"), rates, 12, 20 * MB, 40, 2);
    }

    @Test
    void nothingIsWorseThanTheSame() {
        assertThat(WELL.worseThan(WELL, 1)).isEmpty();
    }

    @Test
    void survivesAsText() {
        assertThat(BoxSample.parse(WELL.text())).isEqualTo(WELL);
        assertThat(WELL.text()).doesNotContain("\n");
    }

    @Test
    void nothingIsWorseThanWhatCannotBeRead() {
        for (String text : new String[] {
            "", "{", "[]", "{\"rates\":{\"radar-ne\":\"fast\"}}", WELL.text().substring(9)
        }) {
            assertThat(WELL.worseThan(BoxSample.parse(text), 1)).as(text).isEmpty();
        }
    }

    @Test
    void aDeviceThatGivesLessThanFourFifthsIsNamedWithFigures() {
        assertThat(with(Map.of("radar-ne", rate(15.5))).worseThan(WELL, 1)).isEmpty();
        assertThat(with(Map.of("radar-ne", rate(3))).worseThan(WELL, 1))
                .contains("radar-ne gives 3.0 frames/s (20 frames/s or more before)");
    }

    @Test
    void aDeviceIsComparedWithItsQuietTimes() {
        BoxSample before = with(Map.of("radar-ne", new Rate(35, 0.1, 12)));
        assertThat(with(Map.of("radar-ne", rate(10))).worseThan(before, 1)).isEmpty();
        assertThat(with(Map.of("radar-ne", rate(5))).worseThan(before, 1))
                .contains("radar-ne gives 5.0 frames/s (12 frames/s or more before)");
    }

    /** Five of one each second fall into 4.1 s, as do four. */
    @Test
    void whereTheSecondsBeginIsNoReason() {
        BoxSample before = with(Map.of("radar-ne", new Rate(5 / 4.1, 1 / 4.1, 4 / 4.1)));
        assertThat(with(Map.of("radar-ne", new Rate(14 / 15.0, 1 / 15.0, 13 / 15.0)))
                        .worseThan(before, 1))
                .isEmpty();
    }

    @Test
    void aDeviceThatSaidNextToNothingBeforeDoesNotCount() {
        assertThat(with(Map.of("radar-ne", rate(20), "door", rate(0))).worseThan(WELL, 1))
                .isEmpty();
    }

    @Test
    void whoHasGivenFramesIsHeard() {
        assertThat(with(Map.of("radar-ne", rate(20), "door", rate(0))).heard()).containsExactly("radar-ne");
    }

    @Test
    void ofADeviceThatHasJustComeNothingIsSaidYet() {
        assertThat(with(Map.of()).worseThan(WELL, 1)).isEmpty();
    }

    @Test
    void aDeviceThatIsGoneIsWorse() {
        BoxSample now = new BoxSample(true, Set.of(), Set.of(), Set.of("door"), Map.of(), 12, 20 * MB, 40, 2);
        assertThat(now.worseThan(WELL, 1)).contains("radar-ne is not there any more (20 frames/s or more before)");
    }

    @Test
    void whatDoesNotRunCountsWhenItRanBefore() {
        BoxSample now = new BoxSample(
                true, Set.of("io.verge.app.x"), Set.of(), WELL.devices(), WELL.rates(), 12, 20 * MB, 40, 2);
        assertThat(now.worseThan(WELL, 1)).contains("does not run any more: io.verge.app.x");
        assertThat(now.worseThan(now, 1)).isEmpty();
    }

    @Test
    void aComponentThatWaitedBeforeMayGoOnWaiting() {
        BoxSample now = new BoxSample(
                true, Set.of(), Set.of("rsu (radio)", "app"), WELL.devices(), WELL.rates(), 12, 20 * MB, 40, 2);
        assertThat(now.worseThan(WELL, 1)).contains("components do not run any more: app");
    }

    @Test
    void lateMessagesAFullHeapManyThreadsAndABurstOfErrorsAreWorse() {
        assertThat(figures(160, 20 * MB, 40, 2).worseThan(WELL, 1))
                .get()
                .asString()
                .contains("160 ms", "12 before");
        assertThat(figures(160, 20 * MB, 40, 2).worseThan(WELL, 2)).isEmpty();
        assertThat(figures(90, 20 * MB, 40, 2).worseThan(WELL, 1)).isEmpty();
        assertThat(figures(12, 60 * MB, 40, 2).worseThan(WELL, 1))
                .get()
                .asString()
                .contains("60 MB", "20 before");
        assertThat(figures(12, 20 * MB, 57, 2).worseThan(WELL, 1))
                .get()
                .asString()
                .contains("57 threads");
        assertThat(figures(12, 20 * MB, 56, 2).worseThan(WELL, 1)).isEmpty();
        assertThat(figures(12, 20 * MB, 40, 33).worseThan(WELL, 1))
                .get()
                .asString()
                .contains("33 errors");
    }

    private static BoxSample figures(double p99, long heap, int threads, int errors) {
        return new BoxSample(true, Set.of(), Set.of(), WELL.devices(), WELL.rates(), p99, heap, threads, errors);
    }
}
