package io.verge.site;

/** A source that no map can be made of; the message says what was found, where, and what was expected. */
public final class MapImportException extends Exception {
    private static final long serialVersionUID = 1L;

    public MapImportException(String message) {
        super(message);
    }
}
