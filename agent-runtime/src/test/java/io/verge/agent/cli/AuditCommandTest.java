package io.verge.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.audit.Act;
import io.verge.api.audit.AuditEntry;
import io.verge.api.disk.LocalDisk;
import io.verge.audit.Trail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trail that was copied from a box, on the operator's desk. */
class AuditCommandTest {
    private static final String ENTRY = "000000000001.trail";

    private final List<AuditEntry> entries = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void write(@TempDir Path temporary) throws IOException {
        folder = temporary.resolve("audit");
        Trail trail = new Trail(new LocalDisk(), folder);
        trail.open(entry -> {});
        Queue<Trail.Noted> waiting = new ArrayDeque<>();
        for (String what : List.of("config.apply", "bundle.stop", "sign.put")) {
            Act act = new Act("coap", "anna", "maintainer", what, "", "done", "");
            waiting.add(new Trail.Noted(Instant.parse("2026-03-01T08:00:00Z"), act));
        }
        trail.append(waiting, entries::add);
        trail.close();
    }

    private Outcome verify(String... options) {
        List<String> all = new ArrayList<>(List.of("audit", "--verify", folder.toString()));
        all.addAll(List.of(options));
        return Outcome.of("", all.toArray(String[]::new));
    }

    @Test
    void aTrailAsItWasWrittenIsGood() {
        Outcome outcome = verify();

        assertThat(outcome.lines())
                .containsExactly(
                        "entries 1 to 3 in 1 files",
                        "head 3 " + entries.get(2).hash(),
                        "every entry is as it was written");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aLineThatWasChangedIsNamed() throws IOException {
        Path file = folder.resolve(ENTRY);
        Files.writeString(file, Files.readString(file).replace("bundle.stop", "bundle.shop"));
        Outcome outcome = verify();

        assertThat(outcome.out()).contains("BROKEN entry 2 in " + ENTRY, "this trail is not what was written");
        assertThat(outcome.code()).isEqualTo(ExitCode.NOT_OK);
    }

    @Test
    void theHashThatTheCloudHasIsFound() {
        Outcome outcome = verify("--head", entries.get(1).hash());

        assertThat(outcome.out()).contains("the hash that was handed on is that of entry 2");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aTrailThatDoesNotHaveTheHashOfTheCloudIsAnother() {
        Outcome outcome = verify("--head", "0".repeat(64));

        assertThat(outcome.out()).contains("BROKEN no entry has the hash");
        assertThat(outcome.code()).isEqualTo(ExitCode.NOT_OK);
    }

    @Test
    void verifyingChangesNothing() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve(ENTRY));
        verify();

        assertThat(folder.resolve(ENTRY)).hasBinaryContent(before);
    }

    @Test
    void aFolderWithoutATrailIsSaid() throws IOException {
        Files.delete(folder.resolve(ENTRY));

        assertThat(verify().err()).contains("there are no files of a trail");
        assertThat(Outcome.of("", "audit", "--verify", "nowhere").err()).contains("there is no folder");
        assertThat(Outcome.of("", "audit", folder.toString()).code()).isEqualTo(ExitCode.USAGE);
    }
}
