package io.verge.update.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.BundleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/** Two versions of a driver in a real framework. */
class BesidesTest {
    private static final String RADAR = "io.verge.driver.radar";
    private static final String APP = "io.verge.app.signs";
    private static final Jar NEXT = Jar.active(RADAR, "2.0.0");
    private static final String NEXT_DIGEST = LocalStore.digest(NEXT.build());

    private Box box;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, BundleException {
        box = new Box(
                folder, Map.of(RADAR + ".jar", Jar.active(RADAR, "1.0.0"), APP + ".jar", Jar.active(APP, "1.0.0")));
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        box.close();
    }

    private static void refuses(ThrowingCallable change, String... reasons) {
        assertThatThrownBy(change)
                .isInstanceOf(BundleRefusedException.class)
                .message()
                .contains(reasons);
    }

    /** {@code VERSION STATE ORIGIN} of each version of the driver. */
    private List<String> versions() {
        return box.bundles().list().stream()
                .filter(report -> report.name().equals(RADAR))
                .map(report -> report.version() + " " + report.state() + " " + report.origin())
                .toList();
    }

    @Test
    void aVersionIsInstalledBesideTheOneThatRunsOn() throws BundleRefusedException {
        Bundle usual = box.bundle(RADAR);
        ServiceReference<?>[] services = usual.getRegisteredServices();

        BundleReport report = box.installBeside(NEXT);

        assertThat(report).isEqualTo(new BundleReport(RADAR, "2.0.0", "active", true, "beside", NEXT_DIGEST));
        assertThat(versions()).containsExactly("1.0.0 active shipped", "2.0.0 active beside");
        assertThat(usual.getRegisteredServices()).containsExactly(services);
        assertThat(box.list()).containsExactly(RADAR + "@2.0.0 beside " + NEXT_DIGEST);
    }

    @Test
    void bothAreThereAfterARestart() throws Exception {
        box.installBeside(NEXT);

        box.restart();

        assertThat(versions()).containsExactly("1.0.0 active shipped", "2.0.0 active beside");
        assertThat(box.bundles().list()).extracting(BundleReport::digest).contains(NEXT_DIGEST);
    }

    @Test
    void whatIsPromotedTakesThePlaceOfTheOther() throws Exception {
        long id = box.bundle(RADAR).getBundleId();
        box.installBeside(NEXT);

        BundleReport report = box.bundles().promote(RADAR);

        assertThat(report).isEqualTo(new BundleReport(RADAR, "2.0.0", "active", true, "local", NEXT_DIGEST));
        assertThat(versions()).containsExactly("2.0.0 active local");
        assertThat(box.bundle(RADAR).getBundleId()).isEqualTo(id);
        assertThat(box.list()).containsExactly(RADAR + " active " + NEXT_DIGEST);
        assertThat(box.jars()).containsExactly(NEXT_DIGEST + ".jar");
        box.restart();
        assertThat(versions()).containsExactly("2.0.0 active local");
    }

    @Test
    void whatCannotBePromotedIsBesideTheOtherAgain() throws Exception {
        box.installBeside(NEXT);
        Files.createDirectories(box.store.resolve("bundles.list.tmp/in-the-way"));

        refuses(() -> box.bundles().promote(RADAR), RADAR + "@2.0.0 cannot be everyone's", "1.0.0 runs again");

        assertThat(versions()).containsExactly("1.0.0 active shipped", "2.0.0 active beside");
        assertThat(box.list()).containsExactly(RADAR + "@2.0.0 beside " + NEXT_DIGEST);
    }

    @Test
    void whatIsDroppedLeavesTheOtherRunningAndNothingBehind() throws Exception {
        box.installBeside(NEXT);

        box.bundles().uninstall(RADAR + "@2.0.0");

        assertThat(versions()).containsExactly("1.0.0 active shipped");
        assertThat(box.list()).isEmpty();
        assertThat(box.jars()).isEmpty();
    }

    @Test
    void aNameThatIsThatOfTwoIsRefusedWithBoth() throws Exception {
        box.installBeside(NEXT);

        refuses(() -> box.bundles().stop(RADAR), RADAR + "@1.0.0 and " + RADAR + "@2.0.0", "say which");
        refuses(() -> box.bundles().uninstall(RADAR + "@1.0.0"), RADAR + "@2.0.0 is installed beside it");
        refuses(() -> box.bundles().stop(RADAR + "@3.0.0"), "there is no bundle " + RADAR + "@3.0.0");
    }

    @Test
    void eitherIsStoppedAloneAndStaysSoAfterARestart() throws Exception {
        box.installBeside(NEXT);

        box.bundles().stop(RADAR + "@2.0.0");

        assertThat(box.list()).containsExactly(RADAR + "@2.0.0 beside-stopped " + NEXT_DIGEST);
        box.restart();
        assertThat(versions()).containsExactly("1.0.0 active shipped", "2.0.0 installed beside");
        box.bundles().start(RADAR + "@2.0.0");
        assertThat(versions()).contains("2.0.0 active beside");
    }

    @Test
    void theOneForAllIsReplacedWhileAnotherIsBeside() throws Exception {
        box.installBeside(NEXT);

        box.install(Jar.active(RADAR, "1.1.0"));

        assertThat(versions()).containsExactly("1.1.0 active local", "2.0.0 active beside");
        refuses(() -> box.install(NEXT), "is installed beside another version", "verge bundle promote");
    }

    @Test
    void theSameJarAgainChangesNothing() throws Exception {
        BundleReport first = box.installBeside(NEXT);

        assertThat(box.installBeside(NEXT)).isEqualTo(first);
        refuses(
                () -> box.installBeside(Jar.active(RADAR, "2.0.0").with("Bundle-Comment", "other")),
                "raise its Bundle-Version");
    }

    @Test
    void severalMayBeBeside() throws Exception {
        box.installBeside(NEXT);
        box.installBeside(Jar.active(RADAR, "3.0.0"));

        refuses(() -> box.bundles().promote(RADAR), "say which");
        box.bundles().promote(RADAR + "@3.0.0");

        assertThat(versions()).containsExactly("3.0.0 active local", "2.0.0 active beside");
        refuses(() -> box.bundles().promote(RADAR + "@3.0.0"), "is what all devices have");
    }

    @Test
    void onlyAnotherVersionOfADriverThatIsThereCanBeBeside() {
        refuses(() -> box.installBeside(Jar.active("io.verge.driver.lidar", "1.0.0")), "install it without --beside");
        refuses(() -> box.installBeside(Jar.active(APP, "2.0.0")), "is no driver");
        refuses(() -> box.installBeside(Jar.active(RADAR, "1.0.0")), "is the version that all devices have");
        refuses(
                () -> box.installBeside(
                        Jar.active(RADAR, "2.0.0").with("Bundle-SymbolicName", RADAR + ";singleton:=true")),
                "is a singleton");
        assertThat(versions()).containsExactly("1.0.0 active shipped");
    }

    @Test
    void oneThatDoesNotStartIsGoneAgain() {
        refuses(
                () -> box.installBeside(Jar.active(RADAR, "2.0.0").with(TestActivator.FAILS, "start")),
                "does not start",
                "no radar");
        assertThat(versions()).containsExactly("1.0.0 active shipped");
        assertThat(box.list()).isEmpty();
        assertThat(box.jars()).isEmpty();
    }
}
