package io.verge.update.internal.engine.journal;

/**
 * Why an update waits, or has ended. Whatever stood in metadata or a jar, each text is one line of at most 1,000 characters.
 *
 * @param code for machines
 * @param why for people
 * @param remedy for people; empty when there is nothing to do
 */
public record Reason(String code, String why, String remedy) {
    /** There is nothing to say. */
    public static final Reason NONE = new Reason("", "", "");

    private static final int LONGEST = 1_000;

    public Reason {
        code = line(code);
        why = line(why);
        remedy = line(remedy);
    }

    /** As one line, cut when it is too long. */
    static String line(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
