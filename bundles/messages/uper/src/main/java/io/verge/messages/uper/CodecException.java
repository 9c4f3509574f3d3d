package io.verge.messages.uper;

/**
 * Says why a message cannot be decoded or encoded: the message and field, the place in the input, the
 * reason. Example: {@code SPAT.intersections[0].phases[3].light: bit 412: enumeration index 11 of 9}.
 *
 * <p>It carries no stack trace: a flood of damaged messages must cost no more than the reading of them.
 */
public final class CodecException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final long NO_BIT = -1;

    private final transient StringBuilder path = new StringBuilder();
    private final long bit;
    private final String reason;

    private CodecException(long bit, String reason) {
        super(reason, null, false, false);
        this.bit = bit;
        this.reason = reason;
    }

    /**
     * An error in a value that was to be encoded, or in JSON text.
     *
     * @param reason what was found and what was expected
     */
    public static CodecException because(String reason) {
        return new CodecException(NO_BIT, reason);
    }

    /**
     * An error in encoded octets.
     *
     * @param bit offset of the first bit of what was being read, from the start of the message
     * @param reason what was found and what was expected
     */
    public static CodecException atBit(long bit, String reason) {
        return new CodecException(bit, reason);
    }

    /**
     * Puts one step in front of the path while the error travels outwards.
     *
     * @param step {@code .field} or a type's name
     * @return this exception
     */
    public CodecException in(String step) {
        path.insert(0, step);
        return this;
    }

    /** Like {@link #in(String)}, for the element of a list, counted from zero. */
    public CodecException in(int index) {
        return in("[" + index + "]");
    }

    /** The message and field, as in {@code SPAT.intersections[0].status}; empty when not known. */
    public String path() {
        return path.toString();
    }

    /** Offset in bits from the start of the message, or -1 when the error is not one of encoded octets. */
    public long bit() {
        return bit;
    }

    /** The reason alone, without path and place. */
    public String reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        StringBuilder text = new StringBuilder(path);
        if (bit != NO_BIT) {
            text.append(text.isEmpty() ? "" : ": ").append("bit ").append(bit);
        }
        return text.append(text.isEmpty() ? "" : ": ").append(reason).toString();
    }
}
