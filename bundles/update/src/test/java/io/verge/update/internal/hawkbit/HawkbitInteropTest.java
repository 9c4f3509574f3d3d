package io.verge.update.internal.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.LocalDisk;
import io.verge.api.update.Phase;
import io.verge.testkit.ManualClock;
import io.verge.testkit.update.DummyUpdates;
import io.verge.testkit.update.RealHawkbit;
import io.verge.transfer.Download;
import io.verge.transfer.FetchRules;
import io.verge.transfer.Fetched;
import io.verge.transfer.Fetcher;
import io.verge.transfer.Receipt;
import io.verge.transfer.Terms;
import io.verge.transfer.hawkbit.HawkbitClient;
import io.verge.transfer.hawkbit.HawkbitSettings;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpSettings;
import io.verge.trust.Limits;
import io.verge.trust.MetadataSource;
import io.verge.trust.Target;
import io.verge.trust.TrustClient;
import io.verge.trust.Trusted;
import io.verge.update.internal.engine.Supply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** With hawkBit 0.3.0M7, a box of its own for each test. That version asks nobody whether he agrees. */
@Tag("interop")
class HawkbitInteropTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final byte[] FILE = new byte[3 * Download.PIECE / 2];

    private static RealHawkbit hawkbit;
    private static String release;
    private static SignedFiles signed;

    private final ManualClock clock = ManualClock.standing();
    private final DummyUpdates updates = new DummyUpdates();
    private final Offers offers = new Offers();
    private HawkbitSettings settings;
    private HawkbitLink link;
    private String box;

    @BeforeAll
    static void start(@TempDir Path files) throws Exception {
        new Random(1).nextBytes(FILE);
        hawkbit = RealHawkbit.start(files);
        hawkbit.types();
        signed = SignedFiles.of(FILE, ManualClock.standing().now());
        release = hawkbit.release("2026.12.1", signed.files());
    }

    @AfterAll
    static void stop() throws IOException {
        if (hawkbit != null) {
            hawkbit.close();
        }
    }

    @BeforeEach
    void box(TestInfo test) throws Exception {
        box = test.getTestMethod().orElseThrow().getName();
        settings = new HawkbitSettings(hawkbit.uri(), "DEFAULT", box);
        hawkbit.box(box, TOKEN);
        link = link(TOKEN);
    }

    private Http http(String token) {
        return new Http(HttpSettings.DEFAULT.with(settings.targetToken(token)), clock);
    }

    private HawkbitLink link(String token) {
        HawkbitClient client = new HawkbitClient(http(token), settings, new Random(1));
        HawkbitRules rules = new HawkbitRules("verge", false, Map.of("region", "wuhan", "agent", "0.1.0"));
        HawkbitLink made = new HawkbitLink(client, updates, rules, offers, clock);
        updates.listen(made);
        return made;
    }

    private void poll() {
        clock.advance(Duration.ofMinutes(7));
        link.tick();
    }

    private void walk(Phase... phases) {
        for (Phase phase : phases) {
            updates.walk(phase);
            link.tick();
        }
    }

    private String begin() throws Exception {
        String action = hawkbit.assign(box, release, "\"type\":\"soft\"");
        poll();
        assertThat(updates.report().now()).isNotNull();
        return action;
    }

    @Test
    void aReleaseThatIsInstalledIsInSync() throws Exception {
        String action = begin();
        assertThat(updates.wish().release()).isEqualTo("2026.12.1");
        assertThat(updates.wish().forced()).isFalse();

        clock.advance(Duration.ofMinutes(1));
        updates.download(3, 12);
        link.tick();
        walk(Phase.STAGED, Phase.WAIT, Phase.SWITCH, Phase.PROBATION, Phase.COMMITTED);

        assertThat(hawkbit.history(box, action))
                .contains("downloaded: [staged]", "running: [wait]", "finished: [committed]");
        assertThat(hawkbit.status(box)).isEqualTo("in_sync");
        assertThat(hawkbit.isOpen(box, action)).isFalse();
    }

    @Test
    void aReleaseThatFailsIsAnError() throws Exception {
        String action = begin();
        walk(Phase.SWITCH, Phase.PROBATION, Phase.ROLLBACK);
        updates.walk(Phase.FAILED, "the radar was silent", "look at its cable");
        link.tick();

        assertThat(hawkbit.history(box, action)).contains("error: [failed: the radar was silent, look at its cable]");
        assertThat(hawkbit.status(box)).isEqualTo("error");
    }

    @Test
    void whatIsCancelledInTimeIsCancelled() throws Exception {
        String action = begin();
        walk(Phase.STAGED);
        hawkbit.cancel(box, action, false);
        poll();

        assertThat(hawkbit.history(box, action)).last().asString().startsWith("canceled: ");
        assertThat(hawkbit.isOpen(box, action)).isFalse();
        assertThat(updates.history()).singleElement().extracting("phase").isEqualTo(Phase.CANCELLED);
    }

    @Test
    void whatIsCancelledTooLateIsInstalled() throws Exception {
        String action = begin();
        walk(Phase.SWITCH);
        hawkbit.cancel(box, action, false);
        poll();
        assertThat(hawkbit.history(box, action)).last().asString().startsWith("cancel_rejected: ");
        walk(Phase.PROBATION, Phase.COMMITTED);

        assertThat(hawkbit.status(box)).isEqualTo("in_sync");
    }

    @Test
    void whatIsCancelledByForceIsGivenUp() throws Exception {
        String action = begin();
        hawkbit.cancel(box, action, false);
        hawkbit.cancel(box, action, true);
        walk(Phase.STAGED);

        assertThat(updates.history()).singleElement().extracting("phase").isEqualTo(Phase.CANCELLED);
        assertThat(link.trouble()).isEmpty();
    }

    @Test
    void whatIsGivenUpHereIsOverThere() throws Exception {
        String action = begin();
        updates.cancel("a maintainer does not want it");
        link.tick();

        assertThat(hawkbit.history(box, action)).last().isEqualTo("error: [cancelled: a maintainer does not want it]");
        assertThat(hawkbit.isOpen(box, action)).isFalse();
    }

    @Test
    void anEndThatWasLostInARestartIsToldAgain() throws Exception {
        String action = begin();
        updates.walk(Phase.COMMITTED);
        link = link(TOKEN);
        link.tick();

        assertThat(updates.begun()).isEqualTo(1);
        assertThat(hawkbit.isOpen(box, action)).isFalse();
        assertThat(hawkbit.status(box)).isEqualTo("in_sync");
    }

    @Test
    void itsFilesAreARepositoryThatIsVerified(@TempDir Path folder) throws Exception {
        String action = begin();
        Supply supply = HawkbitSupply.open(http(TOKEN), offers, "hawkbit:" + action, MetadataSource.NONE);
        LocalDisk disk = new LocalDisk();

        Trusted trusted = new TrustClient(disk, folder.resolve("trust"), signed.anchor(), Limits.USUAL)
                .refresh(supply.metadata(), clock.now());
        Target bundle =
                trusted.find(SignedFiles.BUNDLE, supply.metadata(), clock.now()).orElseThrow();
        Fetched fetched = new Fetcher(disk, clock, new Random(2), FetchRules.DEFAULT)
                .fetch(
                        Download.of(bundle.location(), new ByteArrayInputStream(FILE)),
                        supply.files(),
                        folder.resolve("files"),
                        Terms.until(clock.now().plus(Duration.ofHours(1))));

        assertThat(fetched.receipt()).isEqualTo(new Receipt(FILE.length, FILE.length, 0, 0));
        assertThat(trusted.freshness(clock.now(), supply.metadata().way()).mayInstall())
                .isTrue();
    }

    @Test
    void filesAreFetchedByRanges() throws Exception {
        String action = begin();
        Supply supply = HawkbitSupply.open(http(TOKEN), offers, "hawkbit:" + action, MetadataSource.NONE);
        String name = signed.files().keySet().stream()
                .filter(file -> file.endsWith(".jar"))
                .findFirst()
                .orElseThrow();

        try (InputStream in = supply.files().range("bundles/" + name, 100, 200)) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(FILE, 100, 200));
        }
        assertThat(hawkbit.history(box, action)).anyMatch(line -> line.contains("downloads range bytes=100-199"));
    }

    @Test
    void theServerKnowsWhatTheBoxIs() throws Exception {
        poll();

        assertThat(hawkbit.attributes(box))
                .containsExactlyInAnyOrderEntriesOf(Map.of("region", "wuhan", "agent", "0.1.0"));
    }

    @Test
    void aMaintenanceWindowThatIsShutIsWaitedFor() throws Exception {
        String window = "\"maintenanceWindow\":{\"schedule\":\"0 0 3 1 1 ?"
                + " 2099\",\"duration\":\"01:00:00\",\"timezone\":\"+00:00\"}";
        hawkbit.assign(box, release, "\"type\":\"forced\"," + window);
        poll();

        assertThat(updates.begun()).isZero();
        assertThat(link.trouble()).isEmpty();
    }

    @Test
    void aForcedReleaseIsAForcedWish() throws Exception {
        hawkbit.assign(box, release, "\"type\":\"forced\"");
        poll();

        assertThat(updates.wish().forced()).isTrue();
    }

    @Test
    void aBoxWithAWrongTokenSaysSo() throws Exception {
        hawkbit.assign(box, release, "\"type\":\"forced\"");
        link = link("f".repeat(32));
        link.tick();

        assertThat(link.trouble()).contains("401");
        assertThat(updates.begun()).isZero();
    }

    @Test
    void whatIsNoReleaseIsAnError() throws Exception {
        String other = hawkbit.release("1.0 beta", Map.of());
        String action = hawkbit.assign(box, other, "\"type\":\"forced\"");
        poll();

        assertThat(updates.begun()).isZero();
        assertThat(hawkbit.history(box, action)).last().asString().startsWith("error: [it names no release");
    }

    @Test
    void aThousandWordsOfProgressAreNotTooMany() throws Exception {
        String action = begin();
        for (int hour = 1; hour <= 7 * 24; hour++) {
            updates.download(hour, 200);
            clock.advance(Duration.ofHours(1));
            link.tick();
        }
        walk(Phase.COMMITTED);

        assertThat(hawkbit.isOpen(box, action)).isFalse();
    }
}
