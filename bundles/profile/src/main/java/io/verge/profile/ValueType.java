package io.verge.profile;

/** What kind of value a key takes. */
public enum ValueType {
    TEXT,
    /** A secret: never written in the profile, only named as {@code file:…}. */
    PASSWORD,
    BOOLEAN,
    CHARACTER,
    BYTE,
    SHORT,
    INTEGER,
    LONG,
    FLOAT,
    DOUBLE;

    /** Whether it is a number without a fraction. */
    public boolean whole() {
        return this == BYTE || this == SHORT || this == INTEGER || this == LONG;
    }

    /** Whether it is a number, with or without a fraction. */
    public boolean number() {
        return whole() || this == FLOAT || this == DOUBLE;
    }
}
