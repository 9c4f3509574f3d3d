package io.verge.profile.internal;

import java.util.function.Supplier;

/** What the drivers of tests are made of: a component that is there. Packed into their jars. */
public final class TestDevice implements Supplier<String> {
    @Override
    public String get() {
        return "a device";
    }
}
