package io.verge.update.internal;

import io.verge.api.bundle.BundlePlace;
import io.verge.api.bundle.BundleRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Resolves a bundle beside the one that runs, without starting it, and takes it away again. */
final class Trial {
    private final BundleContext context;

    Trial(BundleContext context) {
        this.context = context;
    }

    /** Whether a bundle is here for the time of a trial only. */
    static boolean isOne(Bundle bundle) {
        return BundlePlace.isTrial(bundle.getLocation());
    }

    /**
     * Tries a jar.
     *
     * @param replaces whether one of its name is installed
     * @throws BundleRefusedException names each requirement that nothing here meets
     */
    void resolve(BundleJar jar, boolean replaces) throws BundleRefusedException, IOException {
        resolve(jar, replaces, false);
    }

    /** Tries a jar that is to stay beside the installed one of its name. */
    void resolveBeside(BundleJar jar) throws BundleRefusedException, IOException {
        resolve(jar, false, true);
    }

    private static String place(BundleJar jar) {
        return BundlePlace.trial(jar.name(), jar.version().toString());
    }

    private void resolve(BundleJar jar, boolean replaces, boolean beside) throws BundleRefusedException, IOException {
        Bundle candidate = null;
        try (InputStream in = Files.newInputStream(jar.file())) {
            candidate = context.installBundle(place(jar), in);
            FrameworkWiring wiring =
                    context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
            if (beside && isSingleton(candidate)) {
                throw new BundleRefusedException(
                        jar.name() + " is a singleton, so it cannot be there twice: build it without that directive");
            }
            List<String> missing = missing(candidate, wiring);
            if (!missing.isEmpty()) {
                throw new BundleRefusedException(
                        jar.name() + " " + jar.version() + " needs what is not here: " + String.join("; ", missing));
            }
            boolean besideItself = replaces && isSingleton(candidate); // of which one alone resolves
            if (!besideItself && !wiring.resolveBundles(List.of(candidate))) {
                throw new BundleRefusedException(jar.name() + " " + jar.version()
                        + " does not resolve: what it needs is here, but does not fit together");
            }
        } catch (BundleException e) {
            throw new BundleRefusedException(jar.name() + " is not a valid bundle: " + e.getMessage(), e);
        } finally {
            if (candidate != null) {
                uninstallQuietly(candidate);
            }
        }
    }

    private static boolean isSingleton(Bundle candidate) {
        return candidate
                .adapt(BundleRevision.class)
                .getDeclaredCapabilities(IdentityNamespace.IDENTITY_NAMESPACE)
                .stream()
                .anyMatch(identity ->
                        "true".equals(identity.getDirectives().get(IdentityNamespace.CAPABILITY_SINGLETON_DIRECTIVE)));
    }

    private static List<String> missing(Bundle candidate, FrameworkWiring wiring) {
        List<String> missing = new ArrayList<>();
        BundleRevision revision = candidate.adapt(BundleRevision.class);
        for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
            String resolution = requirement.getDirectives().getOrDefault("resolution", "mandatory");
            String effective = requirement.getDirectives().getOrDefault("effective", "resolve");
            if (resolution.equals("mandatory")
                    && effective.equals("resolve")
                    && wiring.findProviders(requirement).isEmpty()) {
                missing.add(words(requirement));
            }
        }
        return missing;
    }

    private static String words(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault("filter", "");
        boolean isPackage = requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE);
        return (isPackage ? "package " : requirement.getNamespace() + " ") + filter;
    }

    /**
     * Takes a new bundle away again that does not start, or cannot be kept; returns what to say of it.
     *
     * @param bundle null when it could not even be installed
     */
    static BundleRefusedException takenBack(String name, @Nullable Bundle bundle, Exception e) {
        if (bundle != null) {
            uninstallQuietly(bundle);
        }
        String what = e instanceof IOException ? "the box cannot keep it: " : name + " does not start: ";
        return new BundleRefusedException(what + InPlace.reason(e), e);
    }

    static void uninstallQuietly(Bundle bundle) {
        try {
            bundle.uninstall();
        } catch (BundleException | IllegalStateException e) {
            // It was never started, and the framework forgets it at the next start.
        }
    }
}
