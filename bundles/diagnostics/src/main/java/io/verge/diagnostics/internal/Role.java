package io.verge.diagnostics.internal;

/** What whoever asks may do. */
enum Role {
    /** Look. */
    VIEWER,
    /** Look and change. */
    MAINTAINER
}
