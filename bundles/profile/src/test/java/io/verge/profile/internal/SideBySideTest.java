package io.verge.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.bundle.BundlePlace;
import io.verge.api.status.State;
import io.verge.profile.Problem;
import io.verge.profile.Report;
import io.verge.profile.Samples;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;

/** Two versions of a driver in a framework with Felix's ConfigurationAdmin and SCR, and three devices. */
class SideBySideTest {
    private static final String RADAR =
            "  radar-%s: {driver: %s, port: /dev/ttyUSB%d, mount: {east: 1, north: 1, up: 6," + " azimuth: 1}}\n";
    private static final String NAME = "radar-ti-mmwave";
    private static final String PINNED = NAME + "@2.0.0";
    private static final long LIMIT_SECONDS = 20;

    private final Path place;
    private final TestFramework framework;
    private final Bundle usual;
    /** {@code NAME VERSION} of each device that came, and {@code -NAME VERSION} of each that went. */
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

    SideBySideTest(@TempDir Path folder) throws Exception {
        place = folder.resolve("profile.yaml");
        framework = TestFramework.start(folder, place.toString());
        framework.startComponents();
        framework.context().addServiceListener(this::note, "(objectClass=java.util.function.Supplier)");
        usual = framework.context().installBundle("usual", TestDriver.jar("1.0.0"));
        usual.start();
    }

    @AfterEach
    void stop() throws Exception {
        framework.stop();
    }

    private void note(ServiceEvent event) {
        ServiceReference<?> device = event.getServiceReference();
        String what = device.getProperty("id") + " " + device.getBundle().getVersion();
        if (event.getType() == ServiceEvent.REGISTERED) {
            seen.add(what);
        } else if (event.getType() == ServiceEvent.UNREGISTERING) {
            seen.add("-" + what);
        }
    }

    private static String profile(String driverOfEast) {
        return "box: {id: crossing, latitude: 30.5, longitude: 114.3}\ndevices:\n"
                + RADAR.formatted("east", driverOfEast, 0)
                + RADAR.formatted("north", NAME, 1)
                + RADAR.formatted("south", NAME, 2);
    }

    private ProfileService service(String profile) throws Exception {
        Files.writeString(place, profile);
        return new ProfileService(framework.context(), framework.admin(), ManualClock.standing(), new DirectStages());
    }

    private Bundle beside() throws Exception {
        Bundle beside = framework.context().installBundle(BundlePlace.beside(NAME, "2.0.0"), TestDriver.jar("2.0.0"));
        beside.start();
        return beside;
    }

    /** Waits for as many devices as are named to come and go. */
    private void sees(String... expected) throws InterruptedException {
        String[] last = new String[expected.length];
        for (int i = 0; i < expected.length; i++) {
            last[i] = seen.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(last).containsExactlyInAnyOrder(expected);
    }

    private Object device(String id) throws Exception {
        ServiceReference<?>[] found =
                framework.context().getServiceReferences(Supplier.class.getName(), "(id=radar-" + id + ")");
        assertThat(found).hasSize(1);
        return Objects.requireNonNull(framework.context().getService(found[0]));
    }

    @Test
    void aVersionBesideAnotherHasNoDeviceUntilOneIsPinned() throws Exception {
        ProfileService service = service(profile(NAME));
        sees("radar-east 1.0.0", "radar-north 1.0.0", "radar-south 1.0.0");
        beside();

        Report report = service.apply(Samples.bytes(profile(NAME + "@1.0")));

        assertThat(report.good()).isTrue();
        assertThat(report.changes()).isEmpty();
        service.apply(
                Samples.bytes(profile(NAME).replace("ttyUSB2", "ttyUSB9"))); // what had been seen would be seen first
        sees("-radar-south 1.0.0", "radar-south 1.0.0");
    }

    @Test
    void pinningADeviceMovesItAndTouchesNoOther() throws Exception {
        ProfileService service = service(profile(NAME));
        sees("radar-east 1.0.0", "radar-north 1.0.0", "radar-south 1.0.0");
        beside();
        Object north = device("north");
        Object south = device("south");

        service.apply(Samples.bytes(profile(PINNED)));

        sees("-radar-east 1.0.0", "radar-east 2.0.0");
        assertThat(device("north")).isSameAs(north);
        assertThat(device("south")).isSameAs(south);
        service.apply(Samples.bytes(profile(NAME)));
        sees("-radar-east 2.0.0", "radar-east 1.0.0");
        assertThat(device("north")).isSameAs(north);
        assertThat(seen).isEmpty();
    }

    @Test
    void aDeviceThatWasMovedHearsOfTheNextChange() throws Exception {
        ProfileService service = service(profile(NAME));
        sees("radar-east 1.0.0", "radar-north 1.0.0", "radar-south 1.0.0");
        beside();
        service.apply(Samples.bytes(profile(PINNED)));
        sees("-radar-east 1.0.0", "radar-east 2.0.0");

        service.apply(Samples.bytes(profile(PINNED).replace("ttyUSB0", "ttyUSB9")));

        sees("-radar-east 2.0.0", "radar-east 2.0.0");
    }

    @Test
    void aPinnedDeviceIsBackWithItsVersionAfterARestart() throws Exception {
        beside();

        service(profile(PINNED));

        sees("radar-east 2.0.0", "radar-north 1.0.0", "radar-south 1.0.0");
    }

    @Test
    void whenItsVersionIsStoppedADeviceHasTheOtherOneUntilItIsStartedAgain() throws Exception {
        Bundle beside = beside();
        ProfileService service = service(profile(PINNED));
        sees("radar-east 2.0.0", "radar-north 1.0.0", "radar-south 1.0.0");

        beside.stop();
        sees("-radar-east 2.0.0", "radar-east 1.0.0");
        assertThat(service.status().state()).isEqualTo(State.DEGRADED);

        beside.start();
        sees("-radar-east 1.0.0", "radar-east 2.0.0");
        assertThat(service.status().state()).isEqualTo(State.OK);
        // A component that has just read its configuration may be told of it once more: then the device comes twice.
        assertThat(seen).noneMatch(change -> change.contains("north") || change.contains("south"));
    }

    @Test
    void whenItsVersionIsDroppedADeviceHasTheOtherOneAndTheStatusSaysSo() throws Exception {
        Bundle beside = beside();
        ProfileService service = service(profile(PINNED));
        sees("radar-east 2.0.0", "radar-north 1.0.0", "radar-south 1.0.0");

        beside.uninstall();

        sees("-radar-east 2.0.0", "radar-east 1.0.0");
        assertThat(Objects.requireNonNull(service.status().trouble()).code()).isEqualTo("no-version");
        assertThat(service.problems())
                .containsExactly(new Problem(
                        3,
                        "devices.radar-east.driver",
                        "the version '2.0.0' of the driver radar-ti-mmwave is not installed; installed is 1.0.0"));
    }

    @Test
    void whenItsVersionIsEveryonesADeviceHasThat() throws Exception {
        Bundle beside = beside();
        ProfileService service = service(profile(PINNED));
        sees("radar-east 2.0.0", "radar-north 1.0.0", "radar-south 1.0.0");
        usual.stop();
        sees("-radar-north 1.0.0", "-radar-south 1.0.0");
        beside.uninstall();
        sees("-radar-east 2.0.0");

        usual.update(TestDriver.jar("2.0.0"));
        usual.start();

        sees("radar-east 2.0.0", "radar-north 2.0.0", "radar-south 2.0.0");
        assertThat(service.status().state()).isEqualTo(State.OK);
    }

    @Test
    void aVersionThatIsTriedOutCountsForNobody() throws Exception {
        ProfileService service = service(profile(NAME));
        sees("radar-east 1.0.0", "radar-north 1.0.0", "radar-south 1.0.0");

        Bundle trial = framework.context().installBundle(BundlePlace.trial(NAME, "2.0.0"), TestDriver.jar("2.0.0"));
        assertThat(service.check(Samples.bytes(profile(PINNED))).good()).isFalse();
        trial.uninstall();

        assertThat(seen).isEmpty();
    }

    @Test
    void toPinADeviceToAVersionThatIsNotThereIsRefused() throws Exception {
        ProfileService service = service(profile(NAME));
        beside();

        Report report = service.apply(Samples.bytes(profile(NAME + "@3.0.0")));

        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactly("the version '3.0.0' of the driver radar-ti-mmwave is not installed;"
                        + " installed is 1.0.0 and 2.0.0");
        assertThat(place).content().isEqualTo(profile(NAME));
    }

    private Object portOf(String id) throws Exception {
        ServiceReference<?>[] found =
                framework.context().getServiceReferences(Supplier.class.getName(), "(id=radar-" + id + ")");
        assertThat(found).hasSize(1);
        Object place = found[0].getProperty("place");
        return place == null ? found[0].getProperty("port") + " by its old name" : place;
    }

    @Test
    void eachVersionReadsTheSameProfileByItsOwnKeys() throws Exception {
        framework
                .context()
                .installBundle(BundlePlace.beside(NAME, "2.0.0"), TestDriver.jarWithOtherKeys("2.0.0"))
                .start();

        ProfileService service = service(profile(PINNED));

        sees("radar-east 2.0.0", "radar-north 1.0.0", "radar-south 1.0.0");
        assertThat(portOf("east")).isEqualTo("/dev/ttyUSB0");
        assertThat(portOf("north")).isEqualTo("/dev/ttyUSB1 by its old name");
        assertThat(service.status().state()).isEqualTo(State.OK);
        assertThat(service.check(Samples.bytes(profile(PINNED))).notes())
                .extracting(Problem::toString)
                .containsExactly("devices.radar-east.port: is called place now");
    }

    @Test
    void aProfileInNewKeysIsReadByTheOldVersionWhenTheNewOneIsGone() throws Exception {
        String written = profile(NAME).replace("port:", "place:");
        usual.update(TestDriver.jarWithOtherKeys("2.0.0"));
        service(written).close();
        sees("radar-east 2.0.0", "radar-north 2.0.0", "radar-south 2.0.0");
        usual.stop();
        usual.update(TestDriver.jar("1.0.0"));
        sees("-radar-east 2.0.0", "-radar-north 2.0.0", "-radar-south 2.0.0");

        ProfileService service = service(written);
        usual.start();

        sees("radar-east 1.0.0", "radar-north 1.0.0", "radar-south 1.0.0");
        assertThat(service.problems()).isEmpty();
        assertThat(portOf("north")).isEqualTo("/dev/ttyUSB1 by its old name");
        assertThat(place).content().isEqualTo(written);
    }
}
