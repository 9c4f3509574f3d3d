package io.verge.api.update;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That a box is to run a release.
 *
 * @param id names this wish for ever, whoever has it: a wish that has ended is not begun again; 1 to 100 of {@code A-Za-z0-9._-}
 * @param release its name; {@code shipped} for the set that the box was installed with
 * @param source where from: the name of a source of the profile, or a URI such as {@code file:/media/stick}; empty for the profile's first
 * @param by who wants it, for the history: such as {@code maintainer liu} or {@code cloud}
 * @param expires when it is given up if it is not switched to by then; null for seven days
 * @param forced does not wait for the maintenance window and is not held up by objections; a safe moment it waits for in any case
 */
public record UpdateWish(
        String id, String release, String source, String by, @Nullable Instant expires, boolean forced) {
    /** Name of the release that is no release: the installation as it came. */
    public static final String SHIPPED = "shipped";

    /** How long a wish holds that does not say. */
    public static final Duration USUAL = Duration.ofDays(7);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** @throws IllegalArgumentException when the id or the release is no name, or a text is too long; it says which */
    public UpdateWish {
        if (!NAME.matcher(id).matches()) {
            throw new IllegalArgumentException("the id is not 1 to 100 letters, digits, '.', '_' or '-'");
        }
        if (!NAME.matcher(release).matches()) {
            throw new IllegalArgumentException("the release is not 1 to 100 letters, digits, '.', '_' or '-'");
        }
        if (source.length() > 1_000 || by.length() > 200) {
            throw new IllegalArgumentException("source or by is too long");
        }
    }
}
