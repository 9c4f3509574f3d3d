package io.verge.cloud.internal.session;

import io.verge.api.cloud.Cloud.Mode;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.drain.DrainSettings;
import io.verge.cloud.internal.drain.DrainSettings.Compression;
import io.verge.cloud.internal.mqtt.Broker;
import io.verge.cloud.internal.mqtt.TlsSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The configuration, read.
 *
 * @param client the MQTT client id
 * @param consumer who counts; empty when nobody does
 * @param user null when the broker wants none
 * @param password file that holds it; null when the broker wants none
 * @param tls null for a connection in the clear
 * @param renews whether the box asks for another certificate before its own ends
 */
record CloudSettings(
        Broker broker,
        Topics topics,
        String client,
        String consumer,
        Mode mode,
        @Nullable String user,
        @Nullable Path password,
        @Nullable TlsSettings tls,
        Duration spread,
        Duration deadline,
        Duration keepAlive,
        Duration leastKeepAlive,
        Duration sessionExpiry,
        int window,
        DrainSettings drain,
        Who who,
        boolean renews) {
    private static final String FILE = "file:";

    /**
     * Reads a configuration.
     *
     * @throws IllegalArgumentException when a key is wrong; names it and says what was expected
     */
    static CloudSettings of(CloudConfig config, String tenant, String box) {
        return of(config, new Who(tenant, box, false));
    }

    /** The same, for a box that may have no name yet. */
    static CloudSettings of(CloudConfig config, Who who) {
        Broker broker = Broker.parse(config.broker());
        if (!config.consumer().isEmpty() && !Topics.name(config.consumer())) {
            throw new IllegalArgumentException(
                    "consumer: 1 to 63 of a-z, 0-9 and - were expected: " + config.consumer());
        }
        return new CloudSettings(
                broker,
                new Topics(who.tenant(), who.box()),
                who.tenant() + "." + who.box(),
                config.consumer(),
                Mode.valueOf(config.mode().toUpperCase(Locale.ROOT)),
                config.user().isEmpty() ? null : config.user(),
                secret("password", config.password()),
                broker.secure() ? tls(config) : null,
                Duration.ofSeconds(config.spread()),
                Duration.ofSeconds(config.deadline()),
                Duration.ofSeconds(config.keepAlive()),
                Duration.ofSeconds(config.leastKeepAlive()),
                Duration.ofHours(config.sessionExpiry()),
                config.window(),
                new DrainSettings(
                        config.consumer(),
                        Duration.ofSeconds(config.acknowledge()),
                        Duration.ofSeconds(config.backlogSpread()),
                        config.share(),
                        config.message(),
                        Compression.valueOf(config.compression().toUpperCase(Locale.ROOT)),
                        config.telemetryQuality()),
                who,
                config.renewal().equals("auto"));
    }

    /**
     * Where keys and trust are.
     *
     * @throws IllegalArgumentException when a key is wrong
     */
    static TlsSettings tls(CloudConfig config) {
        return new TlsSettings(
                path("identity", config.identity()),
                secret("identityPassword", config.identityPassword()),
                path("trust", config.trust()));
    }

    /** Whether a session under the other settings can go on under these. */
    boolean sameConnection(CloudSettings other) {
        return broker.equals(other.broker)
                && client.equals(other.client)
                && who.equals(other.who)
                && consumer.equals(other.consumer)
                && String.valueOf(user).equals(String.valueOf(other.user))
                && String.valueOf(password).equals(String.valueOf(other.password))
                && String.valueOf(tls).equals(String.valueOf(other.tls))
                && keepAlive.equals(other.keepAlive)
                && sessionExpiry.equals(other.sessionExpiry)
                && window == other.window;
    }

    private static @Nullable Path secret(String key, String reference) {
        if (reference.isEmpty()) {
            return null;
        }
        if (!reference.startsWith(FILE)) {
            throw new IllegalArgumentException(key + ": file:PATH was expected; a secret does not stand in a profile");
        }
        return path(key, reference.substring(FILE.length()));
    }

    private static @Nullable Path path(String key, String text) {
        try {
            return text.isEmpty() ? null : Path.of(text.startsWith(FILE) ? text.substring(FILE.length()) : text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(key + ": the path of a file was expected: " + text, e);
        }
    }
}
