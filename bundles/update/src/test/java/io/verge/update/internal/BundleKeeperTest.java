package io.verge.update.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

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

class BundleKeeperTest {
    private static final String RADAR = "io.verge.driver.radar";
    private static final String CORE = "io.verge.perception";
    private static final String FOREIGN = "com.example.lidar";

    private Box box;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, BundleException {
        box = new Box(
                folder, Map.of(RADAR + ".jar", Jar.active(RADAR, "1.0.0"), CORE + ".jar", Jar.active(CORE, "1.0.0")));
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

    @Test
    void listsWhatIsThere() {
        assertThat(box.bundles().list())
                .extracting(
                        BundleReport::name,
                        BundleReport::version,
                        BundleReport::state,
                        BundleReport::replaceable,
                        BundleReport::origin)
                .containsExactly(
                        tuple(RADAR, "1.0.0", "active", true, "shipped"),
                        tuple(CORE, "1.0.0", "active", false, "shipped"));
    }

    @Test
    void saysWhatABundleIsMadeOf() {
        assertThat(box.report(RADAR).digest())
                .isEqualTo(LocalStore.digest(Jar.active(RADAR, "1.0.0").build()));
    }

    @Test
    void installsANewBundleAndStartsIt() throws BundleRefusedException {
        Jar lidar = Jar.active(FOREIGN, "2.0.0");
        BundleReport report = box.install(lidar);

        String digest = LocalStore.digest(lidar.build());
        assertThat(report).isEqualTo(new BundleReport(FOREIGN, "2.0.0", "active", true, "local", digest));
        assertThat(box.list()).containsExactly(FOREIGN + " active " + digest);
        assertThat(box.files()).containsExactlyInAnyOrder(digest + ".jar", "bundles.list");
    }

    @Test
    void replacesABundleByAHigherVersionInPlace() throws BundleRefusedException {
        long id = box.bundle(RADAR).getBundleId();
        Jar next = Jar.active(RADAR, "1.1.0");
        BundleReport report = box.install(next);

        assertThat(box.state(RADAR)).isEqualTo("1.1.0 active");
        assertThat(box.bundle(RADAR).getBundleId()).isEqualTo(id);
        assertThat(report.origin()).isEqualTo("local");
        assertThat(box.list()).containsExactly(RADAR + " active " + LocalStore.digest(next.build()));
    }

    @Test
    void replacesABundleByALowerVersionToo() throws BundleRefusedException {
        box.install(Jar.active(RADAR, "0.9.0"));

        assertThat(box.state(RADAR)).isEqualTo("0.9.0 active");
    }

    @Test
    void leavesAllOtherBundlesAlone() throws BundleRefusedException {
        Bundle core = box.bundle(CORE);
        ServiceReference<?>[] services = core.getRegisteredServices();
        long modified = core.getLastModified();
        box.install(Jar.active(RADAR, "1.1.0"));

        assertThat(core.getRegisteredServices()).containsExactly(services);
        assertThat(core.getLastModified()).isEqualTo(modified);
    }

    @Test
    void theSameJarAgainChangesNothing() throws BundleRefusedException, IOException {
        box.install(Jar.active(RADAR, "1.1.0"));
        ServiceReference<?>[] services = box.bundle(RADAR).getRegisteredServices();
        Files.writeString(box.plan, "fresh");
        BundleReport again = box.install(Jar.active(RADAR, "1.1.0"));

        assertThat(again).isEqualTo(box.report(RADAR));
        assertThat(box.bundle(RADAR).getRegisteredServices()).containsExactly(services);
        assertThat(box.plan).exists();
        assertThat(box.jars()).hasSize(1);
    }

    @Test
    void theShippedJarIsKnownAgain() throws BundleRefusedException {
        box.install(Jar.active(RADAR, "1.0.0"));

        assertThat(box.list()).isEmpty();
        assertThat(box.report(RADAR).origin()).isEqualTo("shipped");
    }

    @Test
    void replacesABundleThatIsASingleton() throws BundleRefusedException {
        box.install(Jar.active(FOREIGN, "1.0.0").with("Bundle-SymbolicName", FOREIGN + ";singleton:=true"));
        box.install(Jar.active(FOREIGN, "1.1.0").with("Bundle-SymbolicName", FOREIGN + ";singleton:=true"));

        assertThat(box.state(FOREIGN)).isEqualTo("1.1.0 active");
    }

    @Test
    void fiftyUpdatesInARowLeaveOneBundleAndOneJar() throws BundleRefusedException, IOException {
        int before = box.count();
        for (int i = 1; i <= 50; i++) {
            box.install(Jar.active(RADAR, "1.0." + i));
        }

        assertThat(box.state(RADAR)).isEqualTo("1.0.50 active");
        assertThat(box.count()).isEqualTo(before);
        assertThat(box.jars())
                .containsExactly(LocalStore.digest(Jar.active(RADAR, "1.0.50").build()) + ".jar");
        assertThat(box.revisions(RADAR)).hasSize(1);
    }

    @Test
    void aNewVersionThatDoesNotStartLeavesTheOldOneRunning() {
        refuses(
                () -> box.install(Jar.active(RADAR, "1.1.0").with(TestActivator.FAILS, "start")),
                "the new version does not start",
                "no radar at start",
                RADAR + " 1.0.0 runs again");

        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");
        assertThat(box.bundle(RADAR).getRegisteredServices()).hasSize(1);
        assertThat(box.list()).isEmpty();
        assertThat(box.jars()).isEmpty();
    }

    @Test
    void theOldOneIsTheOneOfTheLastUpdate() throws BundleRefusedException {
        box.install(Jar.active(RADAR, "1.1.0"));
        box.restartKeeper();
        refuses(() -> box.install(Jar.active(RADAR, "1.2.0").with(TestActivator.FAILS, "start")), "1.1.0 runs again");

        assertThat(box.state(RADAR)).isEqualTo("1.1.0 active");
        assertThat(box.list())
                .containsExactly(RADAR + " active "
                        + LocalStore.digest(Jar.active(RADAR, "1.1.0").build()));
        assertThat(box.jars()).hasSize(1);
    }

    @Test
    void anOldOneThatWasStoppedIsPutBackStopped() throws BundleRefusedException {
        box.bundles().stop(RADAR);
        refuses(
                () -> box.install(Jar.active(RADAR, "1.1.0").with(TestActivator.FAILS, "start")),
                "is back, and stopped as before");

        assertThat(box.state(RADAR)).startsWith("1.0.0").doesNotContain("active");
        assertThat(box.list()).containsExactly(RADAR + " stopped -");
    }

    @Test
    void aNewBundleThatDoesNotStartIsGoneAgain() {
        int before = box.count();
        refuses(
                () -> box.install(Jar.active(FOREIGN, "1.0.0").with(TestActivator.FAILS, "start")),
                FOREIGN + " does not start",
                "no radar at start");

        assertThat(box.count()).isEqualTo(before);
        assertThat(box.jars()).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsTakenBack() throws IOException {
        Files.createDirectories(box.store.resolve("bundles.list.tmp")); // where a file should be
        refuses(() -> box.install(Jar.active(RADAR, "1.1.0")), "the box cannot keep it", "1.0.0 runs again");
        refuses(() -> box.install(Jar.active(FOREIGN, "1.0.0")), "the box cannot keep it");
        refuses(() -> box.bundles().stop(RADAR), RADAR + " cannot be stopped");

        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");
        assertThat(box.state(FOREIGN)).isEqualTo("absent");
    }

    @Test
    void aListThatCannotBeReadIsNotOverwritten() throws IOException {
        Files.createDirectories(box.store);
        Files.writeString(box.store.resolve("bundles.list"), "what is this\nio.verge.app.x active\n");
        refuses(() -> box.bundles().stop(RADAR), "bundles.list", "what is this");

        assertThat(box.list()).hasSize(2);
    }

    @Test
    void thePartsOfTheCoreAreNotChanged() {
        refuses(() -> box.install(Jar.active(CORE, "2.0.0")), CORE + " is part of the agent's core");
        refuses(() -> box.bundles().stop(CORE), "part of the agent's core");
        refuses(() -> box.bundles().start(CORE), "part of the agent's core");
        refuses(() -> box.bundles().uninstall(CORE), "part of the agent's core");

        assertThat(box.state(CORE)).isEqualTo("1.0.0 active");
    }

    @Test
    void whatIsNotThereIsNotChanged() {
        refuses(() -> box.bundles().start("io.verge.app.none"), "there is no bundle io.verge.app.none");
        refuses(() -> box.bundles().stop("io.verge.app.none"), "there is no bundle");
        refuses(() -> box.bundles().uninstall("io.verge.app.none"), "there is no bundle");
    }

    @Test
    void aStoppedBundleStaysStopped()
            throws BundleRefusedException, BundleException, InterruptedException, IOException {
        BundleReport report = box.bundles().stop(RADAR);
        assertThat(report.state()).isEqualTo("resolved");
        assertThat(box.list()).containsExactly(RADAR + " stopped -");

        box.restart();
        assertThat(box.state(RADAR)).doesNotContain("active");
    }

    @Test
    void aStoppedBundleIsStartedAgain() throws BundleRefusedException {
        box.bundles().stop(RADAR);
        BundleReport report = box.bundles().start(RADAR);

        assertThat(report.state()).isEqualTo("active");
        assertThat(box.list()).containsExactly(RADAR + " active -");
    }

    @Test
    void stoppingKeepsInMindWhichJarItWas() throws BundleRefusedException {
        Jar next = Jar.active(RADAR, "1.1.0");
        box.install(next);
        box.bundles().stop(RADAR);

        assertThat(box.list()).containsExactly(RADAR + " stopped " + LocalStore.digest(next.build()));
        assertThat(box.jars()).hasSize(1);
    }

    @Test
    void aBundleThatThrowsWhenItIsStoppedIsStopped() throws BundleRefusedException {
        box.install(Jar.active(FOREIGN, "1.0.0").with(TestActivator.FAILS, "stop"));
        box.bundles().stop(FOREIGN);

        assertThat(box.state(FOREIGN)).isEqualTo("1.0.0 resolved");
        assertThat(box.list()).singleElement().asString().startsWith(FOREIGN + " stopped ");
    }

    @Test
    void installingStartsABundleThatWasStopped() throws BundleRefusedException {
        box.bundles().stop(RADAR);
        box.install(Jar.active(RADAR, "1.0.1"));

        assertThat(box.state(RADAR)).isEqualTo("1.0.1 active");
        assertThat(box.list()).singleElement().asString().startsWith(RADAR + " active ");
    }

    @Test
    void anUninstalledBundleIsGoneAndStaysAway()
            throws BundleRefusedException, BundleException, InterruptedException, IOException {
        box.bundles().uninstall(RADAR);
        assertThat(box.state(RADAR)).isEqualTo("absent");
        assertThat(box.list()).containsExactly(RADAR + " removed -");

        box.restart();
        assertThat(box.state(RADAR)).isEqualTo("absent");
    }

    @Test
    void theJarOfAnUninstalledBundleIsDropped() throws BundleRefusedException {
        box.install(Jar.active(FOREIGN, "1.0.0"));
        box.bundles().uninstall(FOREIGN);

        assertThat(box.files()).containsExactly("bundles.list");
    }

    @Test
    void aShippedBundleThatWasRemovedCanBeInstalledAgain()
            throws BundleRefusedException, BundleException, InterruptedException, IOException {
        box.bundles().uninstall(RADAR);
        box.restart();
        box.install(Jar.active(RADAR, "1.0.0"));
        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");

        box.restart();
        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");
        assertThat(box.list())
                .containsExactly(RADAR + " active "
                        + LocalStore.digest(Jar.active(RADAR, "1.0.0").build()));
    }

    @Test
    void aBundleThatWasRemovedCanBeInstalledAgainAtOnce() throws BundleRefusedException {
        box.bundles().uninstall(RADAR);
        box.install(Jar.active(RADAR, "1.0.0"));
        box.install(Jar.active(RADAR, "1.0.1"));
        box.bundles().uninstall(RADAR);
        box.install(Jar.active(RADAR, "1.0.0"));

        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");
        assertThat(box.jars()).hasSize(1);
    }

    @Test
    void aForeignBundleIsStillLocalAfterARestart()
            throws BundleRefusedException, BundleException, InterruptedException, IOException {
        box.install(Jar.active(FOREIGN, "1.0.0"));
        box.restart();
        assertThat(box.report(FOREIGN))
                .extracting(BundleReport::state, BundleReport::replaceable, BundleReport::origin)
                .containsExactly("active", true, "local");

        box.install(Jar.active(FOREIGN, "1.1.0"));
        box.restart();
        assertThat(box.state(FOREIGN)).isEqualTo("1.1.0 active");

        box.bundles().uninstall(FOREIGN);
        assertThat(box.jars()).isEmpty();
    }

    @Test
    void anUpdateOutlivesARestart() throws BundleRefusedException, BundleException, InterruptedException, IOException {
        box.install(Jar.active(RADAR, "1.1.0"));
        box.restart();

        assertThat(box.state(RADAR)).isEqualTo("1.1.0 active");
        assertThat(box.report(RADAR).origin()).isEqualTo("local");
        refuses(() -> box.install(Jar.active(RADAR, "1.2.0").with(TestActivator.FAILS, "start")), "1.1.0 runs again");
    }

    @Test
    void theFrameworksCacheIsNotUsedAgainAfterAnyChange() throws BundleRefusedException, IOException {
        for (ThrowingChange change : List.<ThrowingChange>of(
                () -> box.install(Jar.active(RADAR, "1.1.0")),
                () -> box.install(Jar.active(FOREIGN, "1.0.0")),
                () -> box.bundles().stop(RADAR),
                () -> box.bundles().start(RADAR),
                () -> box.bundles().uninstall(RADAR))) {
            Files.writeString(box.plan, "fresh");
            change.make();
            assertThat(box.plan).doesNotExist();
        }
    }

    private interface ThrowingChange {
        void make() throws BundleRefusedException;
    }

    @Test
    void theFrameworksCacheIsNotUsedAgainWhenTheNewVersionWasPutBack() {
        refuses(() -> box.install(Jar.active(RADAR, "1.1.0").with(TestActivator.FAILS, "start")), "runs again");

        assertThat(box.plan).doesNotExist();
    }
}
