package io.verge.update.internal.service;

import io.verge.update.internal.engine.EngineSettings;
import io.verge.update.internal.engine.Window;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the profile says, as the engine needs it. */
final class Settings {
    private static final Pattern WINDOW = Pattern.compile("(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");

    private Settings() {}

    /** @throws IllegalArgumentException names the key that is wrong, and what was expected */
    static EngineSettings of(UpdateConfig config, String agent) {
        return new EngineSettings(
                config.model(),
                agent,
                Set.copyOf(List.of(config.groups())),
                window(config.window(), config.zone()),
                Duration.ofSeconds(config.probation()),
                config.tolerance(),
                Duration.ofMinutes(config.vetoAtMost()),
                config.reserve() * 1_000_000L,
                config.rate() * 1_000L);
    }

    private static Window window(String window, String zone) {
        if (window.isBlank()) {
            return Window.always();
        }
        Matcher times = WINDOW.matcher(window.strip());
        if (!times.matches()) {
            throw new IllegalArgumentException(
                    "update.window: a time of day such as 02:00-04:00 was expected, '" + window + "' was found");
        }
        try {
            return new Window(
                    LocalTime.parse(times.group(1)), LocalTime.parse(times.group(2)), ZoneId.of(zone.strip()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "update.window or update.zone: " + window + " in " + zone + " is no time of day: " + e.getMessage(),
                    e);
        }
    }

    /** @throws IllegalArgumentException names the one that is none */
    static List<URI> sources(UpdateConfig config) {
        return List.of(config.sources()).stream().map(Settings::source).toList();
    }

    private static URI source(String text) {
        try {
            URI uri = URI.create(text.strip());
            if (uri.isAbsolute()) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("update.sources: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "update.sources: a URI such as https://releases.example/verge was expected, '" + text + "' was found");
    }
}
