package io.verge.update.internal.live;

import java.nio.file.Path;
import org.osgi.framework.Bundle;

/** What has to be done to one bundle for the set to be another. */
sealed interface Step {
    /** Symbolic name. */
    String name();

    /** It is not wanted any more. */
    record Remove(String name, Bundle bundle) implements Step {}

    /**
     * It is to be made of something else.
     *
     * @param run whether it runs afterwards: not when somebody has stopped it on this box
     */
    record Replace(String name, Bundle bundle, String sha256, Path jar, boolean run) implements Step {}

    /** It is what it should be, but does not run. */
    record Start(String name, Bundle bundle) implements Step {}

    /**
     * It is not there yet.
     *
     * @param level the folder that it would be shipped in
     */
    record Add(String name, String sha256, Path jar, String level) implements Step {}
}
