package io.verge.agent.launcher;

import io.verge.api.bundle.BundlePlace;
import java.nio.file.Path;

/**
 * A bundle that the framework is to have.
 *
 * @param jar its file, which does not change while the agent runs
 * @param level its start level, from 1
 * @param start whether it is started, or only installed
 * @param location of the bundle in the framework
 */
record PlannedBundle(Path jar, int level, boolean start, String location) {
    /** The framework reads such a file where it is. */
    private static final String REFERENCE = "reference:";

    /** One of which there is one version. */
    PlannedBundle(Path jar, int level, boolean start) {
        this(jar, level, start, REFERENCE + jar.toUri());
    }

    /** One that is beside another of its name; the framework copies its file, since the location is no address then. */
    static PlannedBundle beside(LocalBundles.Entry entry, Path jar, int level) {
        return new PlannedBundle(jar, level, !entry.stopped(), BundlePlace.beside(entry.name(), entry.version()));
    }

    /** Whether its location says where its file is. */
    boolean byReference() {
        return location.startsWith(REFERENCE);
    }
}
