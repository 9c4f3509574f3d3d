package io.verge.update.internal.service;

import io.verge.api.disk.Disk;
import io.verge.api.site.Site;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateRefusedException;
import io.verge.transfer.hawkbit.HawkbitClient;
import io.verge.transfer.hawkbit.HawkbitSettings;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpSettings;
import io.verge.trust.MetadataSource;
import io.verge.update.internal.engine.Engine;
import io.verge.update.internal.engine.Supplies;
import io.verge.update.internal.hawkbit.HawkbitLink;
import io.verge.update.internal.hawkbit.HawkbitRules;
import io.verge.update.internal.hawkbit.HawkbitSupply;
import io.verge.update.internal.hawkbit.Offers;
import io.verge.update.internal.supply.SupplyMaker;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The hawkBit server of the profile, when there is one. */
final class HawkbitOrders implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final int LONGEST_TOKEN = 1_024;

    private final UpdateConfig config;
    private final Clock clock;
    private final RandomGenerator random;
    private final Offers offers = new Offers();
    private @Nullable Stage stage;
    private volatile @Nullable HawkbitLink link;

    HawkbitOrders(UpdateConfig config, Clock clock, RandomGenerator random) {
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Opens what a hawkBit server has offered. */
    SupplyMaker offered(Disk disk, Path besides, Supplies others) {
        MetadataSource first = (name, limit) -> {
            try {
                return others.open("").metadata().fetch(name, limit);
            } catch (UpdateRefusedException e) {
                throw new IOException(e.getMessage(), e);
            }
        };
        return uri -> HawkbitSupply.open(http(disk, besides), offers, uri.toString(), first);
    }

    /**
     * Begins to ask the server.
     *
     * @param besides the profile, for files that are named relative to it
     * @param site whose box this is; null while nobody knows
     */
    void begin(Engine engine, Stages stages, Disk disk, Path besides, @Nullable Site site) {
        if (config.hawkbit().isBlank() || site == null) {
            return;
        }
        HawkbitSettings server = new HawkbitSettings(URI.create(config.hawkbit()), config.hawkbitTenant(), site.box());
        HawkbitClient client = new HawkbitClient(http(disk, besides), server, random);
        HawkbitRules rules = new HawkbitRules(
                config.hawkbitModule(),
                config.hawkbitConfirm(),
                Map.of("model", config.model(), "box", site.box(), "tenant", site.tenant()));
        HawkbitLink asking = new HawkbitLink(client, engine, rules, offers, clock);
        link = asking;
        Stage own = stages.open("hawkbit", 4);
        own.every(TICK, asking::tick);
        stage = own;
    }

    /** @throws IllegalArgumentException when the file of the token cannot be read */
    private Http http(Disk disk, Path besides) {
        if (config.hawkbitToken().isBlank()) {
            return new Http(HttpSettings.DEFAULT, clock);
        }
        HttpSettings.Credentials credentials =
                new HttpSettings.Credentials(URI.create(config.hawkbit()), "TargetToken " + token(disk, besides));
        return new Http(HttpSettings.DEFAULT.with(credentials), clock);
    }

    private String token(Disk disk, Path besides) {
        String named = config.hawkbitToken();
        if (!named.startsWith("file:")) {
            throw new IllegalArgumentException(
                    "update.hawkbitToken: file:PATH was expected; a secret does not stand in a profile");
        }
        Path file = besides.resolveSibling(named.substring("file:".length()));
        try {
            return new String(disk.read(file, LONGEST_TOKEN), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "update.hawkbitToken: " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** An update has come further. */
    void tell(UpdateEntry entry) {
        HawkbitLink asking = link;
        if (asking != null) {
            asking.onUpdate(entry);
        }
    }

    /** Why the hawkBit server cannot be spoken to, for people; empty when it can, or there is none. */
    String trouble() {
        HawkbitLink asking = link;
        return asking == null ? "" : asking.trouble();
    }

    @Override
    public void close() {
        if (stage != null) {
            stage.close();
        }
    }
}
