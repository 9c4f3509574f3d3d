package io.verge.update.internal.live;

import io.verge.update.internal.engine.UnresolvedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Resolves a whole set of bundles in a framework of its own, in which nothing is started and which is thrown away: the very resolver
 * that the next start would use (docs/decisions/0018). Then looks whether every service that a component must have is offered by some
 * bundle.
 */
final class FutureSet {
    private static final String SERVICE = "osgi.service";
    private static final long STOP_MILLIS = 5_000;
    private static final int MOST_REASONS = 10;

    private final BundleContext context;
    private final Path scratch;

    /** @param scratch a folder that it may make, and that nobody else uses */
    FutureSet(BundleContext context, Path scratch) {
        this.context = context;
        this.scratch = scratch;
    }

    /**
     * Resolves it.
     *
     * @param jars of all bundles, by symbolic name
     * @param present the bundles that run: what those miss already is not held against the new set
     * @param services whether to look at services as well
     */
    void mustResolve(Map<String, Path> jars, Collection<Bundle> present, boolean services) throws UnresolvedException {
        Framework framework = framework();
        try {
            framework.init();
            resolve(jars, framework, present, services);
        } catch (BundleException e) {
            throw new UnresolvedException("the set cannot be tried: " + e.getMessage());
        } finally {
            end(framework);
        }
    }

    /** Of the kind that runs: its class loader has the factory, which is not offered to bundles. */
    private Framework framework() throws UnresolvedException {
        ClassLoader loader =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getClass().getClassLoader();
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, scratch.toString());
        configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put("felix.log.level", "0");
        configuration.put("felix.service.urlhandlers", "false"); // those are the process's
        configuration.put("felix.resolver.parallelism", "1"); // or threads hold the whole framework for a minute more
        String more = context.getProperty(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA);
        if (more != null) {
            configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, more);
        }
        return ServiceLoader.load(FrameworkFactory.class, loader)
                .findFirst()
                .map(factory -> factory.newFramework(configuration))
                .orElseThrow(() -> new UnresolvedException("the set cannot be tried: this framework has no factory"));
    }

    private static void end(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException e) {
            throw new IllegalStateException("a framework in which nothing runs does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void resolve(
            Map<String, Path> jars, Framework framework, Collection<Bundle> present, boolean services)
            throws UnresolvedException {
        List<Bundle> future = new ArrayList<>();
        for (Map.Entry<String, Path> jar : jars.entrySet()) {
            try {
                future.add(framework
                        .getBundleContext()
                        .installBundle("reference:" + jar.getValue().toUri()));
            } catch (BundleException e) {
                throw new UnresolvedException(jar.getKey() + " is not a valid bundle: " + e.getMessage());
            }
        }
        FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
        Set<String> missing = new TreeSet<>();
        if (!wiring.resolveBundles(future)) {
            future.stream()
                    .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                    .forEach(bundle -> missing.add(unresolved(bundle, wiring)));
            present.stream()
                    .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                    .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                    .forEach(known -> missing.removeIf(one -> one.startsWith(known + " ")));
        }
        if (services) {
            Set<String> unserved = missingServices(future);
            unserved.removeAll(missingServices(present));
            missing.addAll(unserved);
        }
        if (!missing.isEmpty()) {
            throw new UnresolvedException(missing.stream().limit(MOST_REASONS).collect(Collectors.joining("; ")));
        }
    }

    private static String unresolved(Bundle bundle, FrameworkWiring wiring) {
        String needs = bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                .filter(FutureSet::isMandatory)
                .filter(requirement -> !"active".equals(effective(requirement)))
                .filter(requirement -> wiring.findProviders(requirement).isEmpty())
                .map(FutureSet::words)
                .collect(Collectors.joining(", "));
        return title(bundle)
                + (needs.isEmpty()
                        ? " does not resolve: what it needs is there, but does not fit together"
                        : " needs what no bundle of the set offers: " + needs);
    }

    /** Of the components that bnd has described: each service that one must have, and that no bundle offers. */
    private static Set<String> missingServices(Collection<Bundle> bundles) {
        List<BundleCapability> offered = bundles.stream()
                .flatMap(bundle -> revision(bundle).getDeclaredCapabilities(SERVICE).stream())
                .toList();
        Set<String> missing = new TreeSet<>();
        for (Bundle bundle : bundles) {
            for (BundleRequirement requirement : revision(bundle).getDeclaredRequirements(SERVICE)) {
                if (isMandatory(requirement) && offered.stream().noneMatch(requirement::matches)) {
                    missing.add(bundle.getSymbolicName() + " needs a service that no bundle of the set offers: "
                            + filter(requirement));
                }
            }
        }
        return missing;
    }

    private static BundleRevision revision(Bundle bundle) {
        return bundle.adapt(BundleRevision.class);
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        return !"optional".equals(requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
    }

    private static String effective(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault(Constants.EFFECTIVE_DIRECTIVE, "resolve");
    }

    private static String filter(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "any");
    }

    private static String words(BundleRequirement requirement) {
        boolean isPackage = requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE);
        return (isPackage ? "package " : requirement.getNamespace() + " ") + filter(requirement);
    }

    private static String title(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
