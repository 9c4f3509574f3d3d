package io.verge.itests.cloud;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.profile.Problem;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/** A profile in a file that nobody acts upon; every text is right. */
final class FileProfiles implements Profiles {
    private static final Report GOOD = new Report(List.of(), List.of());

    private final Path file;

    FileProfiles(Path file, String first) {
        this.file = file;
        if (!Files.exists(file)) {
            apply(first.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public Report check(byte[] content) {
        return GOOD;
    }

    @Override
    public Report apply(byte[] content) {
        try {
            Path next = file.resolveSibling("profile.new");
            Files.write(next, content);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            return GOOD;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Report reload() {
        return GOOD;
    }

    @Override
    public String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Status status() {
        return Status.of(State.OK, Instant.EPOCH);
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }
}
