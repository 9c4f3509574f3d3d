package io.verge.diagnostics.internal;

import java.io.IOException;

/** Why a file cannot be used. */
final class Reason {
    private Reason() {}

    /** Exceptions of the file system have nothing but the file's name for a message: their own name says what is wrong with it. */
    static String of(Exception e) {
        boolean says = e.getClass() == IOException.class || e instanceof IllegalArgumentException;
        return says ? String.valueOf(e.getMessage()) : e.toString();
    }
}
