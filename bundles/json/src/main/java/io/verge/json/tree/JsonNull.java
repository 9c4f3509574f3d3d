package io.verge.json.tree;

/** The value null in trees that hold no null themselves. */
public enum JsonNull {
    NULL
}
