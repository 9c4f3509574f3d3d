package io.verge.trust;

import static io.verge.trust.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.testkit.FaultyDisk;
import io.verge.trust.TrustException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A box does not go back to an older bundle, unless somebody signed that it may. */
class CountersTest {
    private static final Path FILE = Path.of("/box/trust/counters.json");
    private static final Instant NOW = World.START;
    private final FaultyDisk disk = new FaultyDisk(new Random(3));
    private final Counters counters = new Counters(disk, FILE);

    private static BundleTarget bundle(String version, long counter) throws TrustException {
        return bundle("io.verge.driver.gnss", version, counter);
    }

    private static BundleTarget bundle(String name, String version, long counter) throws TrustException {
        return BundleTarget.of(new Target(
                BundleTarget.path(name, version),
                1,
                Map.of("sha256", World.SHA256),
                BundleTarget.custom(name, version, counter),
                "targets",
                ""));
    }

    private void check(BundleTarget bundle, Downgrade... downgrades) throws IOException, TrustException {
        counters.check(bundle, List.of(downgrades), Set.of("lab"), NOW);
    }

    private static Downgrade downgrade(long to, Instant until, String group) {
        return new Downgrade("io.verge.driver.gnss", to, until, List.of(group));
    }

    @Test
    void anyBundleMayComeToABoxThatNeverHadIt() throws Exception {
        assertThatCode(() -> check(bundle("0.1.0", 1))).doesNotThrowAnyException();
    }

    @Test
    void anOlderCounterThanWhatRanIsRefused() throws Exception {
        counters.raise(List.of(bundle("0.2.0", 5)));

        assertRefused(() -> check(bundle("0.1.0", 4)), Reason.ROLLBACK, World.GNSS);
    }

    @Test
    void theSameOrAHigherCounterIsTaken() throws Exception {
        counters.raise(List.of(bundle("0.2.0", 5)));

        assertThatCode(() -> {
                    check(bundle("0.2.0", 5));
                    check(bundle("0.3.0", 6));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void countersNeverFall() throws Exception {
        counters.raise(List.of(bundle("0.2.0", 5)));
        counters.raise(List.of(bundle("0.1.0", 4), bundle("other", "1.0.0", 1)));

        assertRefused(() -> check(bundle("0.1.0", 4)), Reason.ROLLBACK, World.GNSS);
    }

    @Test
    void eachBundleHasItsOwn() throws Exception {
        counters.raise(List.of(bundle("0.2.0", 5)));

        assertThatCode(() -> check(bundle("other", "1.0.0", 1))).doesNotThrowAnyException();
    }

    @Test
    void aSignedDowngradeLetsABoxOfItsGroupGoBack() throws Exception {
        counters.raise(List.of(bundle("0.2.0", 5)));

        assertThatCode(() -> {
                    check(bundle("0.1.0", 4), downgrade(4, NOW.plusSeconds(1), "lab"));
                    check(bundle("0.1.0", 4), downgrade(3, NOW.plusSeconds(1), "*"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aDowngradeOfAnotherGroupTimeOrBundleOrFurtherBackDoesNotCount() throws Exception {
        counters.raise(List.of(bundle("0.2.0", 5)));
        List<Downgrade> others = List.of(
                downgrade(4, NOW.plusSeconds(1), "wuhan"),
                downgrade(4, NOW, "lab"),
                downgrade(5, NOW.plusSeconds(1), "lab"),
                new Downgrade("other", 1, NOW.plusSeconds(1), List.of("lab")));

        for (Downgrade other : others) {
            assertRefused(() -> check(bundle("0.1.0", 4), other), Reason.ROLLBACK, World.GNSS);
        }
    }

    @Test
    void downgradesAreSignedByTheTopLevelRole() throws Exception {
        World world = new World();
        Downgrade permission = downgrade(1, world.inDays(7), "lab");
        world.targets(draft -> draft.downgrades(List.of(permission)));
        world.publish();

        assertThat(world.refresh().downgrades()).containsExactly(permission);
    }

    @Test
    void aDamagedFileIsSaidAndCanBeReplaced() throws Exception {
        counters.raise(List.of(bundle("0.2.0", 5)));
        disk.rot(FILE, 0);
        assertRefused(() -> check(bundle("0.1.0", 4)), Reason.MALFORMED, "counters");

        counters.startAgain(List.of(bundle("0.2.0", 5)));
        assertRefused(() -> check(bundle("0.1.0", 4)), Reason.ROLLBACK, World.GNSS);
    }

    @Test
    void aPowerCutWhileTheyRiseLeavesTheOldOrTheNew() throws Exception {
        for (int k = 1; k <= 4; k++) {
            counters.startAgain(List.of(bundle("0.1.0", 4)));
            disk.stopAt(k);
            assertThatThrownBy(() -> counters.raise(List.of(bundle("0.2.0", 5))))
                    .isInstanceOf(FaultyDisk.Stopped.class);
            disk.powerCut();

            assertThatCode(() -> check(bundle("0.1.5", 5))).doesNotThrowAnyException();
            assertRefused(() -> check(bundle("0.1.0", 3)), Reason.ROLLBACK, World.GNSS);
        }
    }

    @Test
    void whatABundleSaysOfItselfIsRead() throws Exception {
        Map<String, Object> custom = BundleTarget.custom("a", "1.0.0", 7);
        custom.put("minAgent", "0.2.0");
        custom.put("hw", List.of("rsu-1"));
        Target target = new Target("bundles/a-1.0.0.jar", 1, Map.of("sha256", World.SHA256), custom, "targets", "");
        BundleTarget bundle = BundleTarget.of(target);

        assertThat(bundle.counter()).isEqualTo(7);
        assertThat(bundle.minAgent()).isEqualTo("0.2.0");
        assertThat(bundle.hardware()).containsExactly("rsu-1");
    }

    @Test
    void aTargetThatSaysNothingIsNoBundle() {
        Target target = new Target("bundles/a.jar", 1, Map.of("sha256", World.SHA256), Map.of(), "targets", "");

        assertRefused(() -> BundleTarget.of(target), Reason.MALFORMED, "bundles/a.jar");
    }

    @Test
    void aFetchedFileIsTheTargetOnlyWithItsLengthAndHash() {
        Target target = new Target("a", 7, Map.of("sha256", World.SHA256), Map.of(), "targets", "a");

        assertThatCode(() -> target.check(7, World.SHA256)).doesNotThrowAnyException();
        assertRefused(() -> target.check(8, World.SHA256), Reason.MISMATCH, "a");
        assertRefused(() -> target.check(7, "cd".repeat(32)), Reason.MISMATCH, "a");
    }
}
