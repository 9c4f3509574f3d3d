package io.verge.authority.identity;

import io.verge.api.disk.Disk;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.refusal.Shown;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Many boxes at once, for the factory: a line a box. What is wrong in a line is told with its number, and the others are done. Running it
 * again does what is missing; boxes that have their identity keep it.
 */
public final class Batch {
    private static final List<String> COLUMNS = List.of("box", "tenant", "model");
    private static final String LABELS = "box,tenant,model,label\n";

    private final Enrolment enrolment;
    private final Disk disk;
    private final Path out;

    /** @param out made when needed; each box gets a folder in it, which is copied to the box as {@code /etc/verge} */
    public Batch(Enrolment enrolment, Disk disk, Path out) {
        this.enrolment = enrolment;
        this.disk = disk;
        this.out = out;
    }

    /**
     * Does all lines that can be done, and writes {@code labels.csv}.
     *
     * @param file comma-separated, in UTF-8, without quotes; the first line names the columns {@code box}, {@code tenant}, {@code model}
     * @return what was wrong, with the numbers of the lines
     * @throws RefusedException when it has not these columns
     */
    public List<String> run(Path file, Instant now) throws IOException, RefusedException {
        List<String> lines = lines(file);
        List<String> columns = lines.isEmpty() ? List.of() : cells(lines.get(0).toLowerCase(Locale.ROOT));
        if (!new HashSet<>(columns).equals(new HashSet<>(COLUMNS)) || columns.size() != COLUMNS.size()) {
            throw new RefusedException("the first line of " + file + " must name the columns "
                    + String.join(",", COLUMNS) + ", and is: " + Shown.of(String.join(",", columns)));
        }
        disk.folders(out);
        StringBuilder labels = new StringBuilder(LABELS);
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int number = 2; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (line.isBlank()) {
                continue;
            }
            try {
                labels.append(one(cells(line), columns, seen, now)).append('\n');
            } catch (RefusedException | IOException e) {
                faults.add("line " + number + ": " + e.getMessage());
            }
        }
        disk.replace(out.resolve("labels.csv"), labels.toString().getBytes(StandardCharsets.UTF_8));
        return faults;
    }

    private static List<String> lines(Path file) throws IOException, RefusedException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new RefusedException(file + " is not in UTF-8: save it as \"CSV UTF-8\"", e);
        }
    }

    private String one(List<String> cells, List<String> columns, Set<String> seen, Instant now)
            throws IOException, RefusedException {
        if (cells.size() != columns.size()) {
            throw new RefusedException("has " + cells.size() + " values, and there are " + columns.size() + " columns");
        }
        String box = cells.get(columns.indexOf("box"));
        String tenant = cells.get(columns.indexOf("tenant"));
        String model = cells.get(columns.indexOf("model"));
        Subject subject = Subject.box(box, tenant);
        if (!model.isEmpty()) {
            Subject unused = Subject.of(model, "", "");
        }
        if (!seen.add(box)) {
            throw new RefusedException(box + " is there twice");
        }
        Path home = out.resolve(box);
        Optional<X509Certificate> before = Enrolment.identity(home).certificate();
        Label label =
                before.isPresent() ? Label.of(box, before.get().getPublicKey()) : enrolment.atHome(subject, home, now);
        return String.join(",", box, tenant, model, label.text());
    }

    private static List<String> cells(String line) {
        String plain = line.startsWith("\ufeff") ? line.substring(1) : line;
        return Arrays.stream(plain.split(",", -1)).map(String::strip).toList();
    }
}
