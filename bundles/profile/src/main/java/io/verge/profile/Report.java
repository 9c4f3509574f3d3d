package io.verge.profile;

import java.util.List;

/**
 * What came of checking or applying a profile.
 *
 * @param problems in order of line; when there are any, the profile was not applied
 * @param changes what was done, in order; empty after a check. A profile that is wrong can change something only when it is
 *     read at start and the last good one is applied instead
 * @param notes keys that are called otherwise now and were taken all the same, in order of line; no problem
 */
public record Report(List<Problem> problems, List<Change> changes, List<Problem> notes) {
    /** What became of one configuration. */
    public record Change(Kind kind, String pid) {}

    /** What can become of a configuration. */
    public enum Kind {
        CREATED,
        UPDATED,
        DELETED
    }

    public Report {
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /** Without notes. */
    public Report(List<Problem> problems, List<Change> changes) {
        this(problems, changes, List.of());
    }

    /** Whether nothing is wrong. */
    public boolean good() {
        return problems.isEmpty();
    }
}
