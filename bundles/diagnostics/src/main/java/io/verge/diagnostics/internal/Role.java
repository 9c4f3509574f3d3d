package io.verge.diagnostics.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What whoever asks may do; what exactly stands in {@link Permissions}. */
enum Role {
    /** Looks. */
    VIEWER,
    /** Looks and repairs: profile, bundles by hand, signs, holds. */
    MAINTAINER,
    /** All, also what changes the whole box, as updates do. */
    OPERATOR,
    /** Looks, and installs bundles of its own names. */
    VENDOR;

    /** As people write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
