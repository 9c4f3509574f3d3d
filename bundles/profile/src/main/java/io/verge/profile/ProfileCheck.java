package io.verge.profile;

import io.verge.profile.internal.Problems;
import io.verge.profile.internal.ProfileText;
import io.verge.profile.internal.SectionChecker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks a profile against a catalogue and makes configurations of it. Finds all that is wrong at once. Reads no file but the
 * profile; looks whether the map is there. Safe for use by several threads.
 */
public final class ProfileCheck {
    private final Catalogue catalogue;
    private final WaysBack waysBack;
    private final boolean strict;

    /** Against this catalogue. */
    public ProfileCheck(Catalogue catalogue) {
        this(catalogue, catalogue.waysBack(), true);
    }

    private ProfileCheck(Catalogue catalogue, WaysBack waysBack, boolean strict) {
        this.catalogue = catalogue;
        this.waysBack = waysBack;
        this.strict = strict;
    }

    /** One that also knows what versions have said that are not here any more. */
    public ProfileCheck remembering(WaysBack before) {
        return new ProfileCheck(catalogue, catalogue.waysBack().after(before), strict);
    }

    /**
     * One that only notes when a device is pinned to a version of its driver that is not there, and gives it the one that is: for a
     * profile that was right when it was written.
     */
    public ProfileCheck tolerant() {
        return new ProfileCheck(catalogue, waysBack, false);
    }

    /** Checks a file. One that cannot be read is a problem like others. */
    public Result check(Path file) {
        Problems problems = new Problems();
        byte[] content = ProfileText.read(file, problems);
        return content == null
                ? new Result(problems.sorted(), new Profile(new TreeMap<>(), Map.of()), List.of(), List.of())
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
        Problems unpinned = new Problems();
        SectionChecker sections =
                new SectionChecker(catalogue, waysBack, folder, problems, strict ? problems : unpinned);
        var root = ProfileText.parse(content, problems);
        if (root != null) {
            sections.check(root);
        }
        return new Result(problems.sorted(), sections.profile(), unpinned.sorted(), sections.migrated());
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
     * @param unpinned devices that are not pinned as the profile says, when that is no problem, in order of line
     * @param migrated keys that are called otherwise now and were taken all the same, in order of line; no problem
     */
    public record Result(List<Problem> problems, Profile profile, List<Problem> unpinned, List<Problem> migrated) {
        public Result {
            problems = List.copyOf(problems);
            unpinned = List.copyOf(unpinned);
            migrated = List.copyOf(migrated);
        }

        /** Whether nothing is wrong. */
        public boolean good() {
            return problems.isEmpty();
        }
    }
}
