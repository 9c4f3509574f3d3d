package io.verge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.audit.AuditEntry;
import io.verge.api.disk.CheckedText;
import io.verge.api.disk.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a trail shows of what was done to it. */
class TrailTest {
    private final TrailBox box = new TrailBox(1);

    @BeforeEach
    void start() throws IOException {
        box.start();
    }

    @Test
    void entriesAreNumberedFromOneAndChained() throws IOException {
        box.write("a", "b");
        box.write("c");

        assertThat(box.entries())
                .isEqualTo(box.written)
                .extracting(AuditEntry::number)
                .containsExactly(1L, 2L, 3L);
        assertThat(box.check().intact()).isTrue();
        assertThat(box.check().head()).isEqualTo(box.trail.head());
    }

    @Test
    void aHashIsOverTheHashBeforeAndTheTextOfTheLine() throws IOException {
        box.write("a");

        String line = box.text(1).lines().toArray(String[]::new)[1];
        String json = line.substring(9 + 65);
        byte[] octets = json.getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[32 + octets.length];
        System.arraycopy(octets, 0, both, 32, octets.length);
        assertThat(line.substring(9, 9 + 64)).isEqualTo(Sha256.of(both).hex());
        assertThat(HexFormat.of().parseHex(Line.NO_HASH)).containsOnly(0);
        assertThat(json)
                .isEqualTo("{\"number\":1,\"time\":\"2026-03-01T08:00:00Z\",\"door\":\"coap\",\"who\":\"anna\","
                        + "\"role\":\"maintainer\",\"what\":\"bundle.stop\",\"object\":\"io.verge.driver.radar\","
                        + "\"outcome\":\"done\",\"detail\":\"a\"}");
    }

    @Test
    void theChainGoesOnAfterARestart() throws IOException {
        box.write("a");
        TrailCheck found = box.start();
        box.write("b");

        assertThat(found.last()).isEqualTo(1);
        assertThat(box.check()).returns(2L, TrailCheck::last).returns(true, TrailCheck::intact);
    }

    @Test
    void aLineThatWasChangedIsNamedThoughItsChecksumIsRight() throws IOException {
        box.write("a", "b", "c");
        String[] lines = box.text(1).lines().toArray(String[]::new);
        lines[2] = CheckedText.of(' ', lines[2].substring(9).replace("\"b\"", "\"x\""));
        box.forge(1, String.join("\n", lines) + "\n");

        assertThat(box.check().breaks())
                .containsExactly(new TrailBreak(2, "000000000001.trail", "its hash is not that of what it says"));
    }

    @Test
    void aLineWhoseHashWasMadeAnewShowsAtTheNext() throws IOException {
        box.write("a", "b", "c");
        String[] lines = box.text(1).lines().toArray(String[]::new);
        String json = lines[2].substring(9 + 65).replace("\"b\"", "\"x\"");
        String before = lines[1].substring(9, 9 + 64);
        lines[2] = new String(Line.of(Line.hash(before, json), json), StandardCharsets.UTF_8).strip();
        box.forge(1, String.join("\n", lines) + "\n");

        assertThat(box.check().breaks()).extracting(TrailBreak::number).containsExactly(3L);
    }

    @Test
    void aLineThatWasTakenOutIsNamed() throws IOException {
        box.write("a", "b", "c");
        String[] lines = box.text(1).lines().toArray(String[]::new);
        box.forge(1, lines[0] + "\n" + lines[1] + "\n" + lines[3] + "\n");

        assertThat(box.check().breaks())
                .containsExactly(new TrailBreak(2, "000000000001.trail", "entry 3 comes in its place"));
    }

    @Test
    void anEndThatWasCutOffShowsWhenItsHashWasHandedOn() throws IOException {
        box.write("a", "b", "c");
        new Anchor(3, box.trail.head(), TrailBox.TIME).keep(box.disk, TrailBox.FOLDER);
        String[] lines = box.text(1).lines().toArray(String[]::new);
        box.forge(1, lines[0] + "\n" + lines[1] + "\n");

        assertThat(box.check().breaks()).singleElement().asString().contains("entry 2", "hash of entry 3");
    }

    @Test
    void aTrailThatWasWrittenAnewShowsAtTheHashThatWasHandedOn() throws IOException {
        box.write("a");
        new Anchor(1, Line.NO_HASH, TrailBox.TIME).keep(box.disk, TrailBox.FOLDER);

        assertThat(box.check().breaks())
                .extracting(TrailBreak::why)
                .containsExactly("its hash is not the one that the cloud was given");
    }

    @Test
    void behindWhatIsBrokenItGoesOnInANewFileThatSaysSo() throws IOException {
        box.write("a", "b", "c");
        box.disk.rot(box.file(1), box.text(1).indexOf("\"b\""));

        TrailCheck found = box.start();

        assertThat(found.breaks())
                .containsExactly(new TrailBreak(2, "000000000001.trail", "the line is not what was written"));
        assertThat(box.trail.begunAnew()).isTrue();
        assertThat(box.text(4)).contains("entry 2 in 000000000001.trail");
        box.write("d");
        assertThat(box.check()).returns(4L, TrailCheck::last);
        assertThat(box.check().breaks()).hasSize(1);
    }

    @Test
    void whatIsBrokenIsSaidOnceAndStaysBroken() throws IOException {
        box.write("a", "b", "c");
        box.disk.rot(box.file(1), box.text(1).indexOf("\"b\""));
        box.start();

        TrailCheck found = box.start();

        assertThat(found.intact()).isFalse();
        assertThat(box.trail.begunAnew()).isFalse();
        assertThat(found.files()).isEqualTo(2);
    }

    @Test
    void aFileThatIsMissingInTheMiddleIsNamed() throws IOException {
        fill(3);
        List<Path> files = box.disk.list(TrailBox.FOLDER);
        box.disk.delete(files.get(1));

        assertThat(box.check().breaks()).singleElement().satisfies(one -> {
            assertThat(one.file()).isEqualTo(String.valueOf(files.get(2).getFileName()));
            assertThat(one.number()).isEqualTo(TrailFile.first(files.get(1)).orElseThrow());
        });
    }

    /** Until there are so many files. */
    private void fill(int files) throws IOException {
        String detail = "d".repeat(500);
        String[] many = new String[200];
        Arrays.fill(many, detail);
        while (box.disk.list(TrailBox.FOLDER).size() < files) {
            box.write(many);
        }
    }

    @Test
    void noFileIsLongerThanAMegabyte() throws IOException {
        fill(3);

        for (Path file : box.disk.list(TrailBox.FOLDER)) {
            assertThat(box.disk.read(file, Trail.LARGEST_FILE).length).isPositive();
        }
        assertThat(box.check().intact()).isTrue();
    }

    @Test
    void theOldestFileGoesOnceItsLastHashWasHandedOn() throws IOException {
        fill(13);
        long end = TrailFile.first(box.disk.list(TrailBox.FOLDER).get(1)).orElseThrow() - 1;

        assertThat(box.trail.prune(end - 1)).isZero();
        assertThat(box.disk.list(TrailBox.FOLDER)).hasSize(13);
        assertThat(box.trail.prune(end)).isZero();
        assertThat(box.disk.list(TrailBox.FOLDER)).hasSize(12);
        assertThat(box.check()).returns(true, TrailCheck::intact).returns(end + 1, TrailCheck::first);
    }

    @Test
    void whatWasNotHandedOnGoesToo_WhenThereIsNoRoomAndThatIsSaid() throws IOException {
        fill(17);
        long end = TrailFile.first(box.disk.list(TrailBox.FOLDER).get(1)).orElseThrow() - 1;

        assertThat(box.trail.prune(0)).isEqualTo(end);
        assertThat(box.disk.list(TrailBox.FOLDER)).hasSize(16);
    }

    @Test
    void entriesAreReadFromTheFileTheyAreIn() throws IOException {
        fill(2);
        long second = TrailFile.first(box.disk.list(TrailBox.FOLDER).get(1)).orElseThrow();

        assertThat(box.trail.read(second - 2, 5))
                .extracting(AuditEntry::number)
                .containsExactly(second - 2, second - 1);
        assertThat(box.trail.read(second, 2))
                .first()
                .extracting(AuditEntry::number)
                .isEqualTo(second);
    }

    @Test
    void whatIsTooLongIsCut() throws IOException {
        box.write("d".repeat(600) + "\n\u0000\ud800");

        assertThat(box.entries().get(0).act().detail()).hasSize(500).endsWith("d…");
        assertThat(box.check().intact()).isTrue();
    }
}
