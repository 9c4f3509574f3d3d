package io.verge.itests.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.AirListener;
import io.verge.api.cloud.Cloud;
import io.verge.api.cloud.Command;
import io.verge.api.cloud.Ranges;
import io.verge.api.cloud.Twin;
import io.verge.api.device.Device;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.util.tracker.ServiceTracker;

/** That the session comes and goes with the profile's section, and all else stays as it is. */
class CloudTest {
    private static final String BOX = "box: {id: crossing-1, tenant: wuhan, latitude: 30.5, longitude: 114.3}\n";
    private static final String CLOUD = "cloud: {broker: \"mqtt://127.0.0.1:1\", share: %s}\n";
    private static final String FANOUT = "fanout: {types: [SPAT, MAP]}\n";

    @InjectBundleContext
    BundleContext context;

    @InjectService
    Profiles profiles;

    private ServerSocket receiver;
    private Socket driver;
    private String device;

    @BeforeEach
    void startADevice() throws Exception {
        receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        receiver.setSoTimeout((int) Receivers.LIMIT.toMillis());
        device = "devices: {roof: {driver: gnss-nmea, port: \"tcp://127.0.0.1:" + receiver.getLocalPort() + "\"}}\n";
        apply(BOX + device);
        driver = receiver.accept();
    }

    @AfterEach
    void stopIt() throws Exception {
        apply(BOX);
        driver.close();
        receiver.close();
    }

    @Test
    void theSessionComesAndGoesWithItsSectionAndNothingElseRestarts() throws Exception {
        Device before = Receivers.await(context, "roof");
        Object twin = service(Twin.class);
        Object ranges = service(Ranges.class);
        assertThat(context.getServiceReference(Cloud.class)).isNull();

        apply(BOX + device + CLOUD.formatted("0.5"));
        Object cloud = service(Cloud.class);
        assertThat(((Cloud) cloud).report().client()).isEqualTo("wuhan.crossing-1");
        goes(Cloud.class, BOX + device);

        assertThat(Receivers.await(context, "roof")).isSameAs(before);
        assertThat(service(Twin.class)).isSameAs(twin);
        assertThat(service(Ranges.class)).isSameAs(ranges);
        assertThat(driver.getInputStream().available()).isZero();
        assertThat(before.status().counters()).containsEntry("connects", 1L);
    }

    @Test
    void aChangeThatNeedsNoOtherSessionMakesNone() throws Exception {
        apply(BOX + device + CLOUD.formatted("0.5"));
        Object cloud = service(Cloud.class);
        apply(BOX + device + CLOUD.formatted("0.25"));

        assertThat(service(Cloud.class)).isSameAs(cloud);
    }

    @Test
    void whatIsFannedOutIsWhatAnotherSectionSays() throws Exception {
        apply(BOX + device + CLOUD.formatted("0.5"));
        Object cloud = service(Cloud.class);
        apply(BOX + device + CLOUD.formatted("0.5") + FANOUT);
        service(AirListener.class);
        assertThat(((Cloud) cloud).report().counters()).containsEntry("fanout", 0L);
        goes(AirListener.class, BOX + device + CLOUD.formatted("0.5"));

        assertThat(service(Cloud.class)).isSameAs(cloud);
    }

    @Test
    void theUplinkEndsWithTheSession() throws Exception {
        apply(BOX + device + CLOUD.formatted("0.5"));
        service(Cloud.class);
        Thread uplink = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("uplink"))
                .findAny()
                .orElseThrow();
        apply(BOX + device);
        uplink.join(Receivers.LIMIT.toMillis());

        assertThat(uplink.isAlive()).isFalse();
    }

    @Test
    void commandsAreThereWithoutASession() throws Exception {
        service(Command.class);

        assertThat(context.getServiceReferences(Command.class, null))
                .extracting(reference -> context.getService(reference).name())
                .contains("ping", "log", "file-list", "file-send", "file-stop", "twin-report");
    }

    private void apply(String profile) {
        Report report = profiles.apply(profile.getBytes(StandardCharsets.UTF_8));
        assertThat(report.problems()).isEmpty();
    }

    /** Waits for it. */
    private Object service(Class<?> type) throws Exception {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, type.getName(), null);
        tracker.open();
        try {
            Object service = tracker.waitForService(Receivers.LIMIT.toMillis());
            assertThat(service).as(type.getSimpleName()).isNotNull();
            return service;
        } finally {
            tracker.close();
        }
    }

    /** Applies a profile and waits until the service is gone. */
    private void goes(Class<?> type, String profile) throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, type.getName(), null) {
            @Override
            public void removedService(ServiceReference<Object> reference, Object service) {
                gone.countDown();
            }
        };
        tracker.open();
        apply(profile);
        boolean went = gone.await(Receivers.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        tracker.close();
        assertThat(went).as(type.getSimpleName() + " is gone").isTrue();
    }
}
