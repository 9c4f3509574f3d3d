package io.verge.authority.cli;

import io.verge.trust.authoring.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Option;

/** For how long boxes may take what is published for the newest. */
final class FreshnessOptions {
    @Option(
            names = "--timestamp-for",
            defaultValue = "P1D",
            paramLabel = "TIME",
            description =
                    "So long boxes may take it for the newest: 'renew-timestamp' before; default: ${DEFAULT-VALUE}.")
    private Duration timestamp = Duration.ZERO;

    @Option(
            names = "--carried-for",
            defaultValue = "P30D",
            paramLabel = "TIME",
            description = "So long a stick with it may be used; default: ${DEFAULT-VALUE}.")
    private Duration carried = Duration.ZERO;

    /** Without a new snapshot. */
    Terms terms(Instant now) {
        return terms(now, timestamp);
    }

    /** @param snapshot how long the snapshot may be used */
    Terms terms(Instant now, Duration snapshot) {
        return new Terms(now, snapshot, timestamp, carried);
    }

    /** For people. */
    String sentence(Instant now) {
        return "boxes may take it for the newest until " + now.plus(timestamp).truncatedTo(ChronoUnit.SECONDS);
    }
}
