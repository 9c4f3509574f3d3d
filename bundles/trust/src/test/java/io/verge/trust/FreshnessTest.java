package io.verge.trust;

import static io.verge.trust.Refusals.assertRefused;
import static io.verge.trust.authoring.Forge.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.trust.TrustException.Reason;
import io.verge.trust.authoring.Forge;
import io.verge.trust.authoring.Signer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How old metadata may be: online, carried by a person, and with a clock that is wrong. */
class FreshnessTest {
    private static final Instant WITHOUT_BATTERY = Instant.EPOCH;
    private final World world = new World();

    private Freshness.State state(Instant now, Way way) throws Exception {
        return world.client().stored().freshness(now, way).state();
    }

    @Test
    void whatIsTrustedMayBeInstalledUntilTheFirstRoleExpires() throws Exception {
        Freshness freshness = world.refresh().freshness(world.now, Way.ONLINE);

        assertThat(freshness.until()).isEqualTo(World.START.plus(Duration.ofDays(1)));
        assertThat(freshness.cause()).contains("timestamp");
    }

    @Test
    void anExpiredTimestampBlocksInstallingAndNothingElse() throws Exception {
        world.refresh();
        Trusted trusted = world.client().stored();

        assertThat(trusted.freshness(world.inDays(1), Way.ONLINE).mayInstall()).isFalse();
        assertThat(trusted.find(World.GNSS, MetadataSource.NONE, world.inDays(1)))
                .isPresent();
    }

    @Test
    void aSetThatWasCarriedForWeeksMayBeInstalled() throws Exception {
        world.now = world.inDays(25);
        Trusted trusted = world.client().refresh(world.wire().carried(), world.now);

        assertThat(trusted.freshness(world.now, Way.CARRIED).mayInstall()).isTrue();
        assertThat(state(world.now, Way.ONLINE)).isEqualTo(Freshness.State.EXPIRED);
    }

    @Test
    void aSetThatWasCarriedForTooLongIsRefused() throws Exception {
        world.now = world.inDays(30);

        assertRefused(() -> world.client().refresh(world.wire().carried(), world.now), Reason.EXPIRED, "timestamp");
    }

    @Test
    void theSameSetIsTooOldForAnOnlineRepository() throws Exception {
        world.now = world.inDays(25);

        assertRefused(() -> world.refresh(), Reason.EXPIRED, "timestamp");
    }

    @Test
    void nobodyGrantsMoreThanTheBoxsOwnGrace() throws Exception {
        byte[] timestamp = Forge.edit(
                world.published("timestamp.json"),
                signed -> in(signed, "custom").put("offlineUntil", "2036-01-01T00:00:00Z"),
                world.timestampKey);
        world.now = world.inDays(31);

        assertRefused(
                () -> world.client().refresh(world.wire().carried().with("timestamp.json", timestamp), world.now),
                Reason.EXPIRED,
                "timestamp");
    }

    @Test
    void whatDoesNotSayThatItMayBeCarriedIsNotOlderThanOnline() throws Exception {
        byte[] timestamp =
                Forge.edit(world.published("timestamp.json"), signed -> signed.remove("custom"), world.timestampKey);
        world.now = world.inDays(2);

        assertRefused(
                () -> world.client().refresh(world.wire().carried().with("timestamp.json", timestamp), world.now),
                Reason.EXPIRED,
                "timestamp");
    }

    @Test
    void anOlderStickThanWhatIsKnownIsARollback() throws Exception {
        Wire stick = world.wire().carried().changing("timestamp.json", document -> document);
        world.release("0.2.0", 2);
        world.refresh();

        assertRefused(() -> world.client().refresh(stick, world.now), Reason.ROLLBACK, "timestamp");
    }

    @Test
    void aClockOf1970DoesNotMakeOldMetadataFresh() throws Exception {
        Wire old = world.wire().changing("timestamp.json", document -> document);
        world.now = world.inDays(10);
        world.targets(draft -> draft);
        world.publish();
        world.refresh();
        world.now = world.inDays(10);
        world.publish();

        assertThat(world.client()
                        .refresh(world.wire(), WITHOUT_BATTERY)
                        .freshness(WITHOUT_BATTERY, Way.ONLINE)
                        .mayInstall())
                .isTrue();
        assertRefused(() -> world.client().refresh(old, WITHOUT_BATTERY), Reason.ROLLBACK, "timestamp");
    }

    @Test
    void theTimeAtWhichTheTimestampWasSignedCountsForTheOtherRoles() throws Exception {
        byte[] timestamp = Forge.edit(
                world.published("timestamp.json"),
                signed -> {
                    in(signed, "custom").put("issued", world.inDays(8).toString());
                    signed.put("expires", world.inDays(9).toString());
                },
                world.timestampKey);

        assertRefused(
                () -> world.client().refresh(world.wire().with("timestamp.json", timestamp), WITHOUT_BATTERY),
                Reason.EXPIRED,
                "snapshot");
    }

    @Test
    void aClockTenYearsAheadBlocksInstallingUntilItIsRight() throws Exception {
        world.refresh();
        assertRefused(() -> world.client().refresh(world.wire(), world.inDays(3_650)), Reason.EXPIRED, "root");

        assertThat(world.refresh().freshness(world.now, Way.ONLINE).mayInstall())
                .isTrue();
    }

    @Test
    void aRootIsNeverUsedBeyondItsExpiryAlsoWhenCarried() throws Exception {
        byte[] root = Forge.edit(
                world.published("1.root.json"),
                signed -> signed.put("custom", Map.of("offlineUntil", "2036-01-01T00:00:00Z")),
                world.rootKeys.toArray(Signer[]::new));
        TrustClient client = new TrustClient(world.box, Path.of("/box/trust"), root, Limits.USUAL);

        assertRefused(() -> client.refresh(world.wire().carried(), world.inDays(365)), Reason.EXPIRED, "root");
    }
}
