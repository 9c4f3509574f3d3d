package io.verge.trust.internal.json;

/** The value null, so that a tree holds no null. */
public enum JsonNull {
    NULL
}
