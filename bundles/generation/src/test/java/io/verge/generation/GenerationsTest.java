package io.verge.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GenerationsTest {
    private final Box box = new Box(1);

    @Test
    void aBoxBeginsWithWhatWasShipped() throws IOException {
        assertThat(box.generations().current()).isEqualTo(Generation.SHIPPED);
        assertThat(box.generations().good()).isEqualTo(Generation.SHIPPED);
        assertThat(box.generations().list()).isEmpty();
    }

    @Test
    void whatWasMadeIsReadAsItWasMade() throws IOException {
        Generation made = box.make("2026.12.1", "radar 1", "camera 1");

        assertThat(made.number()).isEqualTo(1);
        assertThat(box.generations().read(1)).isEqualTo(made);
        assertThat(box.generations().list()).containsExactly(made);
    }

    @Test
    void whatWasMadeIsNotStarted() throws IOException {
        box.make("a", "radar 1");

        assertThat(box.generations().current()).isEqualTo(Generation.SHIPPED);
    }

    @Test
    void pointingChangesWhatIsStartedButNotWhatIsGood() throws IOException {
        Generation old = box.committed("a", "radar 1");
        Generation next = box.make("b", "radar 2");

        box.generations().point(next);

        assertThat(box.generations().current()).isEqualTo(next);
        assertThat(box.generations().good()).isEqualTo(old);
    }

    @Test
    void oneCanGoBackToWhatWasShipped() throws IOException {
        box.committed("a", "radar 1");

        box.generations().point(Generation.SHIPPED);

        assertThat(box.generations().current()).isEqualTo(Generation.SHIPPED);
    }

    @Test
    void aJarThatIsMissingIsNoPartOfAGeneration() {
        assertThatExceptionOfType(DamagedException.class)
                .isThrownBy(() -> box.generations().make("a", "", Box.NOW, List.of(Box.bundle("radar 1"))))
                .withMessageContaining("is missing");
    }

    @Test
    void nothingPointsToASetWithADamagedJar() throws IOException {
        Generation made = box.make("a", "radar 1");
        box.disk.rot(Box.jar("radar 1"), 3);

        assertThatExceptionOfType(DamagedException.class)
                .isThrownBy(() -> box.generations().point(made));
        assertThat(box.generations().current()).isEqualTo(Generation.SHIPPED);
    }

    @Test
    void nothingPointsToASetThatIsNotWhatWasMade() throws IOException {
        Generation made = box.make("aaaa", "radar 1");
        Generation other = new Generation(1, "b", Box.NOW, made.why(), made.bundles());

        assertThatExceptionOfType(DamagedException.class)
                .isThrownBy(() -> box.generations().point(other))
                .withMessageContaining("not what was made");
    }

    @Test
    void numbersAreNeverGivenTwice() throws IOException {
        box.committed("a", "radar 1");
        Generation failed = box.make("b", "radar 2");
        box.generations().point(failed);
        box.start();
        box.generations().point(box.generations().good());
        box.generations().collect(Set.of(), Set.of());

        assertThat(box.make("c", "radar 3").number()).isEqualTo(3);
    }

    @Test
    void twoBundlesOfOneNameAreNoSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> box.make("a", "radar 1", "radar 2"))
                .withMessageContaining("twice");
    }

    @Test
    void aNameThatCouldBeAPathIsRefused() {
        SetBundle right = Box.bundle("radar 1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetBundle("../radar", "1.0.0", right.sha256(), 1, "apps"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetBundle("radar", "1.0.0", "../../etc/passwd", 1, "apps"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SetBundle("radar", "1.0.0", right.sha256(), 1, "../apps"));
    }

    @Test
    void collectingKeepsWhatIsCurrentGoodAndPinned() throws IOException {
        Generation forgotten = box.make("a", "radar 1", "camera 1");
        Generation good = box.committed("b", "radar 2", "camera 1");
        Generation current = box.make("c", "radar 3");
        box.generations().point(current);
        Generation staged = box.make("d", "radar 4");

        box.generations().collect(Set.of(staged.number()), Set.of());

        assertThat(box.generations().list()).containsExactly(good, current, staged);
        assertThat(box.disk.has(Box.jar("radar 1"))).isFalse();
        assertThat(box.disk.has(Box.jar("camera 1"))).isTrue();
        assertThat(box.disk.list(Box.file(Integer.toString(forgotten.number()))))
                .isEmpty();
    }

    @Test
    void collectingKeepsTheJarsOfADownload() throws IOException {
        box.make("a", "radar 1");

        box.generations().collect(Set.of(), Set.of(Box.bundle("radar 1").sha256()));

        assertThat(box.disk.has(Box.jar("radar 1"))).isTrue();
    }

    @Test
    void collectingDeletesNothingWhenItCannotReadWhatToKeep() throws IOException {
        box.committed("a", "radar 1");
        box.disk.rot(Box.file("current"), 9);

        assertThatExceptionOfType(DamagedException.class)
                .isThrownBy(() -> box.generations().collect(Set.of(), Set.of()));
        assertThat(box.disk.has(Box.jar("radar 1"))).isTrue();
    }

    @Test
    void aGenerationThatIsNotThereIsNamed() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> box.generations().read(7))
                .withMessageContaining("7");
    }
}
