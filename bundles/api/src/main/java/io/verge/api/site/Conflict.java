package io.verge.api.site;

/** Two signal groups that must never be green together; the smaller first. */
public record Conflict(int group, int other) {
    public Conflict {
        if (group == other) {
            throw new IllegalArgumentException("signal group " + group + " does not exclude itself");
        }
        if (group > other) {
            int smaller = other;
            other = group;
            group = smaller;
        }
    }
}
