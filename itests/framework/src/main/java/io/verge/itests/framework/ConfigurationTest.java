package io.verge.itests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.device.Device;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** That a changed configuration takes effect at once, and for its own instance alone. */
class ConfigurationTest {
    @InjectBundleContext
    BundleContext context;

    @InjectService
    ConfigurationAdmin configurations;

    @Test
    void aChangedPortIsUsedAtOnceAndTheOtherInstanceStays() throws Exception {
        try (Receivers one = Receivers.configure(configurations, "one");
                Socket first = one.accept();
                Receivers other = Receivers.configure(configurations, "other");
                Socket second = other.accept();
                Receivers elsewhere = Receivers.configure(configurations, "elsewhere");
                Socket third = elsewhere.accept()) {
            Device untouched = Receivers.await(context, "other");
            one.reconfigure("one", elsewhere.port());
            try (Socket moved = elsewhere.accept()) {
                assertThat(moved.isConnected()).isTrue();
                assertThat(first.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(Receivers.await(context, "other")).isSameAs(untouched);
            assertThat(second.isConnected()).isTrue();
            assertThat(third.isConnected()).isTrue();
        }
    }
}
