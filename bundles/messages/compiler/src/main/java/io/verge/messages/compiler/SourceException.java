package io.verge.messages.compiler;

/** An error in an ASN.1 module: file, line and column, what was found and what was expected. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error at a place. */
    public SourceException(Place at, String reason) {
        super(at + ": " + reason);
    }

    /**
     * A place in a module, counted from 1.
     *
     * @param file name of the file
     */
    public record Place(String file, int line, int column) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }
}
