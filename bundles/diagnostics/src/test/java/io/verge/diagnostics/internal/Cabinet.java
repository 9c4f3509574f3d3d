package io.verge.diagnostics.internal;

import io.verge.api.time.Stage;
import io.verge.diagnostics.internal.Fakes.TestApps;
import io.verge.diagnostics.internal.Fakes.TestAudit;
import io.verge.diagnostics.internal.Fakes.TestBundles;
import io.verge.diagnostics.internal.Fakes.TestDevice;
import io.verge.diagnostics.internal.Fakes.TestGate;
import io.verge.diagnostics.internal.Fakes.TestLatency;
import io.verge.diagnostics.internal.Fakes.TestLogs;
import io.verge.diagnostics.internal.Fakes.TestNotices;
import io.verge.diagnostics.internal.Fakes.TestProfiles;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.californium.core.server.resources.Resource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** A real server on ports of its own, with all resources, before the parts of a test. */
final class Cabinet {
    static final String VIEWER_KEY = "00112233445566778899aabbccddeeff";
    static final String MAINTAINER_KEY = "ffeeddccbbaa99887766554433221100";
    static final String OPERATOR_KEY = "0f0e0d0c0b0a09080706050403020100";
    static final String VENDOR_KEY = "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf";
    /** Held, for java.util.logging forgets loggers that nobody holds. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.eclipse.californium"), Logger.getLogger(Door.class.getName()));

    final ManualClock clock = ManualClock.standing();
    final TestDevice radar = new TestDevice("radar-ne", Fakes.ok());
    final TestApps apps = new TestApps();
    final TestBundles bundles = new TestBundles();
    final TestProfiles profiles = new TestProfiles();
    final TestLogs logs = new TestLogs();
    final TestNotices notices = new TestNotices();
    final TestAudit audit = new TestAudit();
    final Parts parts = new Parts(clock);
    final Witness witness = new Witness(parts, clock);
    final Boards boards = new Boards(clock);
    final Door door;
    private final ResourceTree tree;

    Cabinet(Path folder) throws IOException {
        this(folder, new DirectStages().open("changes", 1));
    }

    /** @param changes on which changes are made */
    Cabinet(Path folder, Stage changes) throws IOException {
        this(folder, changes, null);
    }

    /** @param staff who comes with a certificate; null for nobody */
    Cabinet(Path folder, Stage changes, @Nullable Staff staff) throws IOException {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        parts.addDevice(radar);
        parts.apps = apps;
        parts.gate = new TestGate();
        parts.bundles = bundles;
        parts.profiles = profiles;
        parts.logs = logs;
        parts.notices = notices;
        parts.audit = audit;
        apps.add("signal-phase", Fakes.ok());
        Path others = folder.resolve("keys");
        Files.writeString(
                others,
                String.join(
                        "\n",
                        "visitor viewer " + VIEWER_KEY,
                        "mechanic maintainer " + MAINTAINER_KEY,
                        "boss operator " + OPERATOR_KEY,
                        "acme vendor:io.verge.driver.:com.acme. " + VENDOR_KEY,
                        ""));
        Keys keys = Keys.load(folder.resolve("coap.key"), others.toString(), new SecureRandom());
        Access access = new Access(keys, staff);
        Views views = new Views(parts, boards, clock, new TestLatency(), "0.1.0");
        tree = new ResourceTree(parts, views, why(), new Changes(access, witness, changes));
        door = Door.open(new Entrances(anyPort(), anyPort()), access, witness, tree.roots());
    }

    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private Why why() {
        ServiceComponentRuntime runtime =
                Fakes.proxy(ServiceComponentRuntime.class, Map.of("getComponentDescriptionDTOs", List.of()));
        BundleContext context = Fakes.proxy(BundleContext.class, Map.of("getBundles", new Bundle[0]));
        Blocks blocks = new Blocks(Fakes.proxy(ConfigurationAdmin.class, Map.of()));
        return new Why(parts, context, new Components(runtime), blocks);
    }

    /** What the stage does from time to time. */
    void tick() {
        tree.tellWhatChanged();
    }

    List<Resource> resources() {
        return tree.roots();
    }

    void close() {
        door.close();
    }
}
