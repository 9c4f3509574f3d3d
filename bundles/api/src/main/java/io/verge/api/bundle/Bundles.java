package io.verge.api.bundle;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The bundles of the running agent. Changes are made one at a time, touch nothing but the bundle named, and are still there
 * after a restart. Safe for use by several threads; changes block until done.
 *
 * <p>Of one driver there may be several versions at a time: one that all devices have, and others beside it for the devices that
 * are pinned to them. Where a name is asked for, {@code NAME@VERSION} is taken as well, and is needed when there are several.
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
    default BundleReport install(ByteBuffer jar) throws BundleRefusedException {
        return install(jar, name -> true);
    }

    /**
     * As {@link #install(ByteBuffer)}, for somebody who may not install everything.
     *
     * @param names whether a bundle of this symbolic name may be installed
     * @throws BundleRefusedException says why; what ran before still runs
     */
    BundleReport install(ByteBuffer jar, Predicate<String> names) throws BundleRefusedException;

    /**
     * Installs another version of an installed driver beside it and starts it. No device has it until the profile pins one to it.
     *
     * @param jar its octets
     * @throws BundleRefusedException says why: also when it is no other version of something installed, or not one that may be there twice
     */
    default BundleReport installBeside(ByteBuffer jar) throws BundleRefusedException {
        return installBeside(jar, name -> true);
    }

    /**
     * As {@link #installBeside(ByteBuffer)}, for somebody who may not install everything.
     *
     * @param names whether a bundle of this symbolic name may be installed
     * @throws BundleRefusedException says why
     */
    BundleReport installBeside(ByteBuffer jar, Predicate<String> names) throws BundleRefusedException;

    /**
     * Puts a version that is installed beside another in its place, for all devices. The other one is gone then.
     *
     * @param name {@code NAME@VERSION}, or the name when one version alone is beside
     * @throws BundleRefusedException says why; both versions are there as before
     */
    BundleReport promote(String name) throws BundleRefusedException;

    /**
     * Removes a bundle that is not part of the agent's core. Devices that were pinned to it have the version that it was beside.
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
