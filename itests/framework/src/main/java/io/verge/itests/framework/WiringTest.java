package io.verge.itests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.bundle.Bundles;
import io.verge.api.device.Device;
import io.verge.api.observation.Observation;
import io.verge.api.observation.ObservationListener;
import io.verge.api.observation.PositionFix;
import io.verge.api.time.Clock;
import io.verge.api.time.Stages;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** That services find each other, and a configured driver its device. */
class WiringTest {
    @InjectBundleContext
    BundleContext context;

    @InjectService
    Clock clock;

    @InjectService
    Stages stages;

    @InjectService
    Bundles bundles;

    @InjectService
    ConfigurationAdmin configurations;

    @InjectService
    ServiceComponentRuntime components;

    @Test
    void timeAndThreadsAreThere() {
        assertThat(clock.quality().error()).isNotNull();
        assertThat(stages).isNotNull();
        assertThat(bundles.list()).extracting("name").contains("io.verge.flow", Receivers.DRIVER);
    }

    @Test
    void noComponentFailsToStart() {
        assertThat(components.getComponentDescriptionDTOs())
                .flatMap(components::getComponentConfigurationDTOs)
                .allSatisfy(one -> assertThat(one.state)
                        .as(one.description.name + " " + one.failure)
                        .isNotEqualTo(ComponentConfigurationDTO.FAILED_ACTIVATION));
    }

    @Test
    void whatADeviceSaysReachesWhoListens() throws Exception {
        BlockingQueue<Observation> heard = new LinkedBlockingQueue<>();
        ServiceRegistration<ObservationListener> listener =
                context.registerService(ObservationListener.class, heard::add, null);
        try (Receivers receiver = Receivers.configure(configurations, "wiring");
                Socket driver = receiver.accept()) {
            Receivers.sendFix(driver);
            Observation first = heard.poll(Receivers.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(first).isInstanceOf(PositionFix.class);
            assertThat(((PositionFix) first).position().latitude()).isBetween(48.11, 48.12);
            Device device = Receivers.await(context, "wiring");
            assertThat(device.status().counters()).containsEntry("frames", 1L);
        } finally {
            listener.unregister();
        }
    }
}
