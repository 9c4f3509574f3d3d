package io.verge.messages.uper;

/**
 * A value of an extensible ENUMERATED. Such a set is open: a sender of a later edition may use a value that
 * has no name here, and it must survive. So it is a class with constants, compared with {@code equals}; a
 * closed ENUMERATED is a Java {@code enum}.
 */
public abstract class Enumeration {
    private final int index;
    private final String identifier;

    /**
     * Called by generated code.
     *
     * @param index position among the root values, or number of root values plus position among the additions
     * @param identifier name in the ASN.1 module
     */
    protected Enumeration(int index, String identifier) {
        this.index = index;
        this.identifier = identifier;
    }

    /** Position among the root values, or number of root values plus position among the additions. */
    public final int index() {
        return index;
    }

    /** Name in the ASN.1 module; {@code ...n} for the n-th addition (from zero) when it is not known. */
    public final String identifier() {
        return identifier;
    }

    /** The identifier of an addition that has no name here. */
    protected static String unnamed(int addition) {
        return "..." + addition;
    }

    /**
     * The addition that {@link #unnamed} named.
     *
     * @return its position among the additions, or -1 when the text is none
     */
    protected static int additionOf(String identifier) {
        if (!identifier.matches("\\.\\.\\.[0-9]{1,9}")) {
            return -1;
        }
        return Integer.parseInt(identifier.substring(3));
    }

    @Override
    public final boolean equals(Object other) {
        return this == other
                || (other instanceof Enumeration that && getClass() == that.getClass() && index == that.index);
    }

    @Override
    public final int hashCode() {
        return index;
    }

    @Override
    public final String toString() {
        return identifier;
    }
}
