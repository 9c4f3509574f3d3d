package io.verge.messages.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a comparison of two decodes found.
 *
 * <p>For use by one thread.
 */
public final class Comparison {
    private final List<String> differences = new ArrayList<>();
    private int leaves;
    private int raw;

    /** Where and how the decodes differ; empty when they agree. */
    public List<String> differences() {
        return Collections.unmodifiableList(differences);
    }

    /** Number of values that agree. */
    public int leaves() {
        return leaves;
    }

    /** Number of open types that we keep as octets on purpose while the oracle knows their type. */
    public int raw() {
        return raw;
    }

    void leaf(boolean same, String path, Object ours, Object oracles) {
        if (same) {
            leaves++;
        } else {
            differences.add(path + ": ours " + ours + ", oracle " + oracles);
        }
    }

    void keptRaw() {
        raw++;
    }
}
