package io.verge.profile;

import io.verge.profile.internal.Problems;
import io.verge.profile.internal.ProfileText;
import io.verge.profile.internal.SectionChecker;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * Checks a profile against a catalogue and makes configurations of it. Finds all that is wrong at once. Reads no file but the
 * profile; looks whether the map is there. Safe for use by several threads.
 */
public final class ProfileCheck {
    private final Catalogue catalogue;

    /** Against this catalogue. */
    public ProfileCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Checks a file. One that cannot be read is a problem like others. */
    public Result check(Path file) {
        Problems problems = new Problems();
        byte[] content = ProfileText.read(file, problems);
        return content == null
                ? new Result(problems.sorted(), new Profile(new TreeMap<>()))
                : check(content, folder(file));
    }

    /**
     * Checks a text.
     *
     * @param content YAML in UTF-8
     * @param folder against which a relative path of the map counts
     */
    public Result check(byte[] content, Path folder) {
        Problems problems = new Problems();
        SectionChecker sections = new SectionChecker(catalogue, folder, problems);
        var root = ProfileText.parse(content, problems);
        if (root != null) {
            sections.check(root);
        }
        return new Result(problems.sorted(), sections.profile());
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    /**
     * What came of a check.
     *
     * @param problems in order of line; empty when all is well
     * @param profile of the blocks that are right; the whole profile when there is no problem
     */
    public record Result(List<Problem> problems, Profile profile) {
        public Result {
            problems = List.copyOf(problems);
        }

        /** Whether nothing is wrong. */
        public boolean good() {
            return problems.isEmpty();
        }
    }
}
