package io.verge.itests.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.Bundles;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** That a driver is replaced in the running framework, its instances come back, and nothing of the old one stays. */
class HotLoadTest {
    private static final int UPDATES = 200;

    @InjectBundleContext
    BundleContext context;

    @InjectService
    Bundles bundles;

    @InjectService
    ConfigurationAdmin configurations;

    @Test
    void aReplacedDriverConnectsAgain() throws Exception {
        Bundle driver = DriverVersions.installed(context);
        try (Receivers receiver = Receivers.configure(configurations, "hot");
                Socket before = receiver.accept()) {
            bundles.install(DriverVersions.of(driver, next(driver)));
            try (Socket after = receiver.accept()) {
                assertThat(before.getInputStream().read()).isEqualTo(-1);
                assertThat(after.isConnected()).isTrue();
            }
        }
    }

    @Test
    void theSameVersionWithOtherContentIsRefused() throws Exception {
        Bundle driver = DriverVersions.installed(context);
        Version version = driver.getVersion();
        ByteBuffer same = DriverVersions.of(driver, version.toString(), "changed");
        assertThatThrownBy(() -> bundles.install(same))
                .isInstanceOf(BundleRefusedException.class)
                .hasMessageContaining("raise its Bundle-Version");
        assertThat(driver.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void twoHundredUpdatesLeaveOneClassLoader() throws Exception {
        Bundle driver = DriverVersions.installed(context);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (Receivers receiver = Receivers.configure(configurations, "leak")) {
            for (int i = 0; i < UPDATES; i++) {
                try (Socket connected = receiver.accept()) {
                    assertThat(connected.isConnected()).isTrue();
                    loaders.add(
                            new WeakReference<>(driver.adapt(BundleWiring.class).getClassLoader()));
                    bundles.install(DriverVersions.of(driver, next(driver)));
                }
            }
        }
        assertThat(aliveOf(loaders)).isLessThanOrEqualTo(1);
    }

    /** Collection is asked for until nothing more goes. */
    private static long aliveOf(List<WeakReference<ClassLoader>> loaders) {
        long alive = loaders.size();
        for (int round = 0; round < 20 && alive > 1; round++) {
            System.gc();
            alive = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        return alive;
    }

    private static String next(Bundle driver) {
        Version version = driver.getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + (version.getMicro() + 1);
    }
}
