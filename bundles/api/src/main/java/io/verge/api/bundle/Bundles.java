package io.verge.api.bundle;

import java.nio.ByteBuffer;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The bundles of the running agent. Changes are made one at a time, touch nothing but the bundle named, and are still there
 * after a restart. Safe for use by several threads; changes block until done.
 */
@ProviderType
public interface Bundles {
    /** All bundles, by name. */
    List<BundleReport> list();

    /**
     * Installs a bundle and starts it, or puts it in the place of the installed one of the same name.
     *
     * @param jar its octets
     * @throws BundleRefusedException says why; what ran before still runs
     */
    BundleReport install(ByteBuffer jar) throws BundleRefusedException;

    /**
     * Removes a bundle that is not part of the agent's core.
     *
     * @throws BundleRefusedException when there is none of this name, or the agent needs it
     */
    void uninstall(String name) throws BundleRefusedException;

    /**
     * Starts a bundle that was stopped.
     *
     * @throws BundleRefusedException when there is none of this name, or it does not start
     */
    BundleReport start(String name) throws BundleRefusedException;

    /**
     * Stops a bundle that is not part of the agent's core; it stays stopped after a restart.
     *
     * @throws BundleRefusedException when there is none of this name, or the agent needs it
     */
    BundleReport stop(String name) throws BundleRefusedException;
}
