package io.verge.agent.launcher;

import java.nio.file.Path;

/**
 * Where the agent's files are.
 *
 * @param installation what is shipped: {@code bundles/} and {@code device-profiles/}; only read
 * @param profile the device profile
 * @param state what must survive a restart; written by this process alone
 */
public record Places(Path installation, Path profile, Path state) {
    public Places {
        installation = installation.toAbsolutePath().normalize();
        profile = profile.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
    }

    /** Bundles that were installed on this box, and which of the shipped ones were removed or stopped. */
    Path localBundles() {
        return state.resolve("bundles");
    }

    /** The jars of generations, by their SHA-256. */
    Path store() {
        return state.resolve("store");
    }

    Path frameworkCache() {
        return state.resolve("framework");
    }

    /** Which bundles the framework's cache was made of; absent when it must not be used again. */
    Path cachePlan() {
        return state.resolve("framework.plan");
    }

    Path logFile() {
        return state.resolve("log").resolve("verge.log");
    }

    /** For native libraries: {@code /tmp} may be mounted without the right to execute. */
    Path temporary() {
        return state.resolve("tmp");
    }
}
