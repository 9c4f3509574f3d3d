package io.verge.profile.internal;

import io.verge.profile.Samples;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.felix.cm.PersistenceManager;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.SynchronousConfigurationListener;
import org.osgi.service.component.ComponentContext;
import org.osgi.util.function.Function;
import org.osgi.util.promise.Promise;

/** A running framework with Felix's ConfigurationAdmin, which notes every change of a configuration. */
final class TestFramework {
    private final Path folder;
    private final Framework framework;
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    private TestFramework(Path folder, Framework framework) {
        this.folder = folder;
        this.framework = framework;
    }

    /**
     * Starts.
     *
     * @param folder for the framework's storage and the bundles; what a framework left there before is kept
     * @param profile the file that the framework property names; none when empty
     */
    static TestFramework start(Path folder, String profile) throws BundleException, IOException, URISyntaxException {
        return start(folder, profile, "memory");
    }

    static TestFramework start(Path folder, String profile, String persistence)
            throws BundleException, IOException, URISyntaxException {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString());
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.osgi.service.cm;version=1.6.1");
        settings.put("felix.cm.pm", persistence);
        if (!profile.isEmpty()) {
            settings.put(ProfileService.PLACE, profile);
        }
        Framework framework = new FrameworkFactory().newFramework(settings);
        framework.start();
        TestFramework started = new TestFramework(folder, framework);
        started.installJarOf(PersistenceManager.class).start();
        framework.getBundleContext().registerService(SynchronousConfigurationListener.class, started::note, null);
        return started;
    }

    /** Starts Felix's SCR, so that components come and go with their configurations. */
    void startComponents() throws BundleException, URISyntaxException {
        installJarOf(Function.class);
        installJarOf(Promise.class);
        installJarOf(ComponentContext.class);
        installJarOf(ScrInfo.class).start();
    }

    private Bundle installJarOf(Class<?> type) throws BundleException, URISyntaxException {
        Path jar =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        return context().installBundle(jar.toUri().toString());
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    ConfigurationAdmin admin() {
        return Objects.requireNonNull(
                context().getService(context().getServiceReference(ConfigurationAdmin.class)), "ConfigurationAdmin");
    }

    /** Installs a bundle that describes these samples, and returns it. */
    Bundle install(String name, String... samples) throws BundleException, IOException {
        Path jar = Samples.bundle(folder.resolve(name + ".jar"), "1.0.0", samples);
        return context().installBundle(jar.toUri().toString());
    }

    /** Installs all samples as one bundle. */
    Bundle installAll() throws BundleException, IOException {
        return install("all", Samples.ALL.toArray(new String[0]));
    }

    /** Gives a bundle other contents. */
    void update(Bundle bundle, String name, String... samples) throws BundleException, IOException {
        Path jar = Samples.bundle(folder.resolve(name + "-2.jar"), "2.0.0", samples);
        try (var in = Files.newInputStream(jar)) {
            bundle.update(in);
        }
    }

    /** The configurations that there are, by PID. */
    List<String> pids() throws IOException, InvalidSyntaxException {
        Configuration[] found = admin().listConfigurations(null);
        List<String> pids = new ArrayList<>();
        if (found != null) {
            for (Configuration configuration : found) {
                pids.add(configuration.getPid());
            }
        }
        Collections.sort(pids);
        return pids;
    }

    /** What happened to configurations since the last call. */
    List<String> events() {
        List<String> since = List.copyOf(events);
        events.clear();
        return since;
    }

    private void note(ConfigurationEvent event) {
        String what =
                switch (event.getType()) {
                    case ConfigurationEvent.CM_UPDATED -> "updated ";
                    case ConfigurationEvent.CM_DELETED -> "deleted ";
                    default -> "moved ";
                };
        events.add(what + event.getPid());
    }

    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(0);
    }
}
