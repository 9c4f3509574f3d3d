package io.verge.audit;

/**
 * A place where the trail is not what was written.
 *
 * @param number of the entry that is missing or does not verify; what comes after it was read as it stands
 * @param file its name, without the folder
 * @param why for people
 */
public record TrailBreak(long number, String file, String why) {
    @Override
    public String toString() {
        return "entry " + number + " in " + file + ": " + why;
    }
}
