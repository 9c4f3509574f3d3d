package io.verge.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyProgramTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder = Path.of("");

    @Test
    void wordsAreArgumentsAsTheyAreAndTheSocketIsAllTheEnvironment() throws Exception {
        Path heard = folder.resolve("heard");
        Path program = program("printf '%s\\n' \"$@\" >" + heard + "; /usr/bin/env | grep -c HOME >>" + heard
                + "; printf '%s' \"$NOTIFY_SOCKET\" >>" + heard);
        new NotifyProgram(program.toString(), "/run/here", PATIENCE).tell(List.of("READY=1", "STATUS=a $(b) 'c"));
        assertThat(heard).hasContent("READY=1\nSTATUS=a $(b) 'c\n0\n/run/here");
    }

    @Test
    void aProgramThatFailsIsNamed() throws Exception {
        String program = program("exit 3").toString();
        assertThatIOException()
                .isThrownBy(() -> new NotifyProgram(program, "/run/here", PATIENCE).tell(List.of("READY=1")))
                .withMessage(program + " ended with 3");
    }

    @Test
    void aProgramThatHangsIsEnded() throws Exception {
        String program = program("exec sleep 600").toString();
        assertThatIOException()
                .isThrownBy(() -> new NotifyProgram(program, "/run/here", Duration.ofMillis(50)).tell(List.of("x=1")))
                .withMessageContaining("has not ended");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatIOException()
                .isThrownBy(() -> new NotifyProgram("/no/program", "/run/here", PATIENCE).tell(List.of("x=1")))
                .withMessageContaining("/no/program");
    }

    @Test
    void aProgramThatSucceedsIsEnough() throws Exception {
        String program = program("exit 0").toString();
        assertThatNoException()
                .isThrownBy(() -> new NotifyProgram(program, "/run/here", PATIENCE).tell(List.of("x=1")));
    }

    private Path program(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("notify"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
