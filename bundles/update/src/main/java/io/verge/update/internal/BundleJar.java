package io.verge.update.internal;

import static io.verge.transfer.jar.JarRefusedException.shown;

import io.verge.api.bundle.BundleRefusedException;
import io.verge.transfer.jar.JarCheck;
import io.verge.transfer.jar.JarRefusedException;
import io.verge.transfer.jar.JarRules;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/**
 * A jar that someone wants to have installed, looked at from outside: every entry was read and its checksum found right.
 *
 * @param file where it lies
 * @param name its symbolic name
 */
record BundleJar(Path file, String name, Version version) {
    /** Who installs by hand is at the box: a driver with native code is theirs to judge, though it cannot be loaded twice. */
    private static final JarRules RULES = JarRules.STRICT.withNativeCode();

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    /** @throws BundleRefusedException says what is wrong with it */
    static BundleJar read(Path file) throws BundleRefusedException {
        try {
            return of(file, JarCheck.manifest(file, RULES).getMainAttributes());
        } catch (JarRefusedException e) {
            throw new BundleRefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static BundleJar of(Path file, Attributes manifest) throws BundleRefusedException {
        String header = manifest.getValue("Bundle-SymbolicName");
        if (header == null || !"2".equals(manifest.getValue("Bundle-ManifestVersion"))) {
            throw new BundleRefusedException(
                    "its manifest has no Bundle-SymbolicName or is not of Bundle-ManifestVersion 2: build it as an"
                            + " OSGi bundle");
        }
        int directive = header.indexOf(';');
        String name = (directive < 0 ? header : header.substring(0, directive)).strip();
        if (name.length() > 200 || !NAME.matcher(name).matches()) {
            throw new BundleRefusedException("its Bundle-SymbolicName is not a name: " + shown(name));
        }
        if (manifest.getValue("Fragment-Host") != null) {
            throw new BundleRefusedException(name + " is a fragment: it would change another bundle");
        }
        if (manifest.getValue("Export-Package") != null) {
            throw new BundleRefusedException(name + " exports packages (" + shown(manifest.getValue("Export-Package"))
                    + "): a change of it would restart what uses them; drivers and apps export nothing");
        }
        try {
            return new BundleJar(file, name, Version.parseVersion(manifest.getValue("Bundle-Version")));
        } catch (IllegalArgumentException e) {
            throw new BundleRefusedException(
                    name + " has no valid Bundle-Version: " + shown(String.valueOf(e.getMessage())), e);
        }
    }
}
