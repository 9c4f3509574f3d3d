package io.verge.trust;

/** How metadata comes to the box, which decides how old it may be. */
public enum Way {
    /** From a repository that signs its timestamp anew all the time: its expiry is the limit. */
    ONLINE,
    /** By a person, on a stick or a laptop: a role that names an {@code offlineUntil} may be used until then. */
    CARRIED
}
