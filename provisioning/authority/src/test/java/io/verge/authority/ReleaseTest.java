package io.verge.authority;

import static io.verge.authority.TestBundle.GNSS;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.Sha256;
import io.verge.transfer.pack.Form;
import io.verge.transfer.pack.Packing;
import io.verge.trust.BundleTarget;
import io.verge.trust.Channel;
import io.verge.trust.Downgrade;
import io.verge.trust.Freshness;
import io.verge.trust.Release;
import io.verge.trust.Trusted;
import io.verge.trust.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is signed and published is what a box finds and installs. */
class ReleaseTest {
    @TempDir
    Path folder = Path.of("");

    private Provision vendor = new Provision(folder);

    @BeforeEach
    void found() {
        vendor = new Provision(folder).founded();
    }

    private String driver(String version) throws IOException {
        return TestBundle.driver(folder, GNSS, version).toString();
    }

    private String sign(String release, String... jars) {
        String[] args = {"sign", "--authority", "@authority", "--release", release, "--bundles"};
        return vendor.done(concat(args, jars));
    }

    private static String[] concat(String[] one, String... other) {
        String[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private void publish() {
        String unused = vendor.done("publish", "--authority", "@authority");
    }

    private TestBox box(boolean hasZstd) throws IOException {
        return new TestBox(
                vendor.file("authority/root.json"),
                vendor.file("authority/repository"),
                vendor.file("store" + hasZstd),
                hasZstd);
    }

    @Test
    void aNewAuthorityHasAnEmptyRepositoryThatBoxesCanRefreshFrom() throws Exception {
        Trusted trusted = box(true).refresh(vendor.now());

        assertThat(trusted.freshness(vendor.now(), Way.ONLINE).mayInstall()).isTrue();
        assertThat(trusted.versions().targets()).isEqualTo(1);
    }

    @Test
    void aBoxInstallsWhatWasSignedAndPublished() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        publish();
        TestBox box = box(true);

        Release release = box.release("2026.12.1", vendor.now());
        BundleTarget bundle = box.bundle(GNSS, "0.1.0", vendor.now());

        assertThat(release.bundles()).containsExactly(new Release.Item(GNSS, "0.1.0", "drivers"));
        assertThat(bundle.counter()).isEqualTo(1);
        assertThat(box.install(bundle).packing()).isEqualTo(Packing.ZSTD);
    }

    @Test
    void whatIsSignedIsSeenOnceItIsPublished() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        TestBox box = box(true);

        assertThat(box.find(Release.path("2026.12.1"), vendor.now())).isEmpty();
        publish();
        assertThat(box.find(Release.path("2026.12.1"), vendor.now())).isPresent();
    }

    @Test
    void aBoxThatHasTheLastVersionFetchesOnlyWhatHasChanged() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        sign("2026.12.2", driver("0.1.1"));
        publish();
        TestBox box = box(true);

        Form first = box.install(box.bundle(GNSS, "0.1.0", vendor.now()));
        Form second = box.install(box.bundle(GNSS, "0.1.1", vendor.now()));

        assertThat(second.packing()).isEqualTo(Packing.PATCH);
        assertThat(second.download().length()).isLessThan(first.download().length() / 10);
    }

    @Test
    void aBoxWithoutTheNativeLibraryFetchesItDeflated() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        publish();
        TestBox box = box(false);

        assertThat(box.install(box.bundle(GNSS, "0.1.0", vendor.now())).packing())
                .isEqualTo(Packing.DEFLATE);
    }

    @Test
    void aPatchIsMadeForWhatBoxesWereShippedWith() throws Exception {
        Path shipped = TestBundle.driver(folder, GNSS, "0.1.0");
        TestBox box = box(true);
        Files.copy(shipped, vendor.file("storetrue/" + Sha256.of(Files.readAllBytes(shipped)) + ".jar"));
        String unused = vendor.done(
                "sign",
                "--authority",
                "@authority",
                "--release",
                "r",
                "--bundles",
                driver("0.1.1"),
                "--base",
                shipped.toString());
        publish();

        BundleTarget bundle = box.bundle(GNSS, "0.1.1", vendor.now());

        assertThat(box.install(bundle).packing()).isEqualTo(Packing.PATCH);
    }

    @Test
    void theCounterOfABundleRisesWithEachVersion() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        sign("2026.12.2", driver("0.1.1"));
        publish();

        assertThat(box(true).bundle(GNSS, "0.1.1", vendor.now()).counter()).isEqualTo(2);
    }

    @Test
    void aCounterThatBoxesWouldRefuseIsRefused() throws Exception {
        sign("2026.12.1", driver("0.1.0"));

        assertThat(vendor.refused("sign", "--authority", "@authority", "--bundles", driver("0.1.1"), "--counter", "1"))
                .contains("the counter of io.verge.driver.gnss was 1 already");
    }

    @Test
    void aVersionWithAnotherContentIsRefused() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        Path other = TestBundle.write(folder.resolve("other.jar"), GNSS, "0.1.0", Map.of("b/B.class", new byte[9]));

        assertThat(vendor.refused(
                        "sign", "--authority", "@authority", "--release", "2026.12.2", "--bundles", other.toString()))
                .contains("io.verge.driver.gnss 0.1.0 is in the repository with another content")
                .contains("raise it and build again");
    }

    @Test
    void theSameJarAgainIsTheSameBundle() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        sign("2026.12.2", driver("0.1.0"));
        publish();

        assertThat(box(true).bundle(GNSS, "0.1.0", vendor.now()).counter()).isEqualTo(1);
    }

    @Test
    void aReleaseThatWasSignedNeverChanges() throws Exception {
        sign("2026.12.1", driver("0.1.0"));

        assertThat(vendor.refused(
                        "sign", "--authority", "@authority", "--release", "2026.12.1", "--bundles", driver("0.1.1")))
                .contains("a release never changes; choose another name");
    }

    @Test
    void aReleaseCanBeAnotherOneWithSomeBundlesReplaced() throws Exception {
        Path radar = TestBundle.driver(folder, "io.verge.driver.radar", "0.1.0");
        sign("2026.12.1", driver("0.1.0"), radar.toString());
        String unused = vendor.done(
                "sign",
                "--authority",
                "@authority",
                "--release",
                "2026.12.2",
                "--base-release",
                "2026.12.1",
                "--bundles",
                driver("0.1.1"));
        publish();

        assertThat(box(true).release("2026.12.2", vendor.now()).bundles())
                .containsExactlyInAnyOrder(
                        new Release.Item(GNSS, "0.1.1", "drivers"),
                        new Release.Item("io.verge.driver.radar", "0.1.0", "drivers"));
    }

    @Test
    void aReleaseSaysWhatItRunsOn() throws Exception {
        String unused = vendor.done(
                "sign",
                "--authority",
                "@authority",
                "--release",
                "r",
                "--bundles",
                driver("0.1.0"),
                "--min-agent",
                "0.2.0",
                "--hardware",
                "rsu-4,rsu-5");
        publish();
        Release release = box(true).release("r", vendor.now());

        assertThat(release.minAgent()).isEqualTo("0.2.0");
        assertThat(release.hardware()).containsExactly("rsu-4", "rsu-5");
    }

    @Test
    void aBundleWhoseNameDoesNotSayWhereItBelongsNeedsALevel() throws Exception {
        String jar = TestBundle.driver(folder, "com.acme.radar", "1.0.0").toString();
        String[] sign = {"sign", "--authority", "@authority", "--release", "r", "--bundles", jar};

        assertThat(vendor.refused(sign)).contains("com.acme.radar does not say by its name what it is: say --level");
        assertThat(vendor.done(concat(sign, "--level", "drivers"))).contains("com.acme.radar");
    }

    @Test
    void whatIsNoBundleIsRefusedAndNothingIsSigned() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.jar"), "not a jar");

        assertThat(vendor.refused("sign", "--authority", "@authority", "--release", "r", "--bundles", text.toString()))
                .contains("notes.jar is refused, as boxes would: it is not a whole jar");
        assertThat(vendor.done("list", "--authority", "@authority")).startsWith("version 1,");
    }

    @Test
    void aChannelPointsAtARelease() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        String unused = vendor.done("channel", "stable", "2026.12.1", "--authority", "@authority");
        publish();
        TestBox box = box(true);

        byte[] content =
                box.content(box.find(Channel.path("stable"), vendor.now()).orElseThrow());
        assertThat(Channel.read("stable", content).release()).isEqualTo("2026.12.1");
    }

    @Test
    void aChannelPointsAtNothingThatIsNotThere() {
        assertThat(vendor.refused("channel", "stable", "2026.12.1", "--authority", "@authority"))
                .contains("there is no release 2026.12.1");
    }

    @Test
    void theTimestampIsRenewedWithoutTheKeysThatAreOffLine() throws Exception {
        Files.move(vendor.file("authority/offline"), vendor.file("safe"));
        vendor.later(Duration.ofHours(20));
        String unused = vendor.done("renew-timestamp", "--authority", "@authority");
        vendor.later(Duration.ofHours(20));

        Freshness freshness = box(true).refresh(vendor.now()).freshness(vendor.now(), Way.ONLINE);
        assertThat(freshness.mayInstall()).isTrue();
    }

    @Test
    void withoutTheMediumWithTheKeysNothingIsSigned() throws Exception {
        Files.move(vendor.file("authority/offline"), vendor.file("safe"));

        assertThat(vendor.refused("sign", "--authority", "@authority", "--release", "r", "--bundles", driver("0.1.0")))
                .contains("put the medium with the off-line keys there");
    }

    @Test
    void aTimestampOfASnapshotThatIsTooOldIsRefusedAndSaysWhatToDo() {
        vendor.later(Duration.ofDays(8));

        assertThat(vendor.refused("renew-timestamp", "--authority", "@authority"))
                .contains("snapshot")
                .contains("expired")
                .contains("publish");
    }

    @Test
    void goingBackIsPermittedForATimeAndSomeGroups() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        sign("2026.12.2", driver("0.1.1"));
        String unused = vendor.done(
                "downgrade",
                "--authority",
                "@authority",
                "--bundle",
                GNSS,
                "--to",
                "0.1.0",
                "--until",
                "2026-12-24T00:00:00Z",
                "--groups",
                "north,south");
        publish();

        List<Downgrade> downgrades = box(true).refresh(vendor.now()).downgrades();
        assertThat(downgrades)
                .singleElement()
                .satisfies(one -> assertThat(one.groups()).containsExactly("north", "south"))
                .satisfies(one -> assertThat(one.to()).isEqualTo(1));
    }

    @Test
    void everyFileOfEveryReleaseIsCheckedAsBoxesWould() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        publish();
        assertThat(vendor.done("check", "--authority", "@authority")).contains("boxes can install every release");

        Optional<Path> pack;
        try (var files = Files.list(vendor.file("authority/repository/targets/packs"))) {
            pack = files.findFirst();
        }
        Files.writeString(pack.orElseThrow(), "something else");
        assertThat(vendor.refused("check", "--authority", "@authority")).contains("is not what was signed");
    }

    @Test
    void signingAnewMakesWhatIsThereGoodForLonger() throws Exception {
        sign("2026.12.1", driver("0.1.0"));
        vendor.later(Duration.ofDays(360));
        String unused = vendor.done("sign", "--again", "--authority", "@authority");
        publish();
        vendor.later(Duration.ofDays(30));
        publish();

        assertThat(box(true).release("2026.12.1", vendor.now()).bundles()).hasSize(1);
    }

    @Test
    void theListShowsReleasesBundlesAndWhatTheyCostALink() throws Exception {
        sign("2026.12.1", driver("0.1.0"));

        assertThat(vendor.done("list", "--authority", "@authority"))
                .contains("2026.12.1")
                .containsPattern("io.verge.driver.gnss +0.1.0 +#1 .* octets, deflate .*, zstd ");
    }
}
