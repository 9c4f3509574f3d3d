package io.verge.api.app;

import java.util.List;

/** A notice was refused, and nothing was changed. */
public final class NoticeRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String[] problems;

    /**
     * For these reasons.
     *
     * @param problems all that is wrong, for people
     */
    public NoticeRefusedException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = problems.toArray(String[]::new);
    }

    /** All that is wrong, for people. */
    public List<String> problems() {
        return List.of(problems);
    }
}
