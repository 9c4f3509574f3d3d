package io.verge.site;

/**
 * Something in a map file that is not as it must be.
 *
 * @param line from 1 up; 0 when it concerns the whole file
 * @param feature which one, such as {@code feature 3 (lane 11)}; empty when it concerns none
 * @param text what was found and what was expected, for people
 */
public record MapProblem(int line, String feature, String text) {
    /** All of it in one line. */
    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ": " : "") + (feature.isEmpty() ? "" : feature + ": ") + text;
    }
}
