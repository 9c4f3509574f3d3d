package io.verge.outbox.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How much waits for the cloud, and for how long. Nobody has to set one. */
@ObjectClassDefinition(name = "Outbox", description = "What waits until the cloud has it")
public @interface OutboxConfig {
    @AttributeDefinition(
            name = "Budget",
            description = "what may wait in all lanes together, MB (a million octets, 40 of them for each record);"
                    + " the lane critical may fill all of it, and the file takes about a quarter more",
            min = "8",
            max = "100000",
            required = false)
    int budget() default 512;

    @AttributeDefinition(
            name = "Share of the lane event",
            description = "of the budget, per cent; when full the oldest go",
            min = "1",
            max = "100",
            required = false)
    int eventShare() default 40;

    @AttributeDefinition(
            name = "Share of the lane state",
            description = "of the budget, per cent; when full the oldest go",
            min = "1",
            max = "100",
            required = false)
    int stateShare() default 5;

    @AttributeDefinition(
            name = "Share of the lane telemetry",
            description = "of the budget, per cent; when full the oldest go",
            min = "1",
            max = "100",
            required = false)
    int telemetryShare() default 40;

    @AttributeDefinition(
            name = "Share of the lane bulk",
            description = "of the budget, per cent; when full the new ones are refused",
            min = "1",
            max = "100",
            required = false)
    int bulkShare() default 15;

    @AttributeDefinition(
            name = "Expiry in the lane critical",
            description = "of records that do not say when they expire, h; 0: never",
            min = "0",
            max = "87600",
            required = false)
    int criticalExpiry() default 0;

    @AttributeDefinition(
            name = "Expiry in the lane event",
            description = "of records that do not say when they expire, h; 0: never",
            min = "0",
            max = "87600",
            required = false)
    int eventExpiry() default 720;

    @AttributeDefinition(
            name = "Expiry in the lane state",
            description = "of records that do not say when they expire, h; 0: never",
            min = "0",
            max = "87600",
            required = false)
    int stateExpiry() default 0;

    @AttributeDefinition(
            name = "Expiry in the lane telemetry",
            description = "of records that do not say when they expire, h; 0: never",
            min = "0",
            max = "87600",
            required = false)
    int telemetryExpiry() default 168;

    @AttributeDefinition(
            name = "Expiry in the lane bulk",
            description = "of records that do not say when they expire, h; 0: never",
            min = "0",
            max = "87600",
            required = false)
    int bulkExpiry() default 72;

    @AttributeDefinition(
            name = "Newest first",
            description = "lanes whose backlog goes newest first",
            required = false,
            options = {
                @Option(label = "critical", value = "critical"),
                @Option(label = "event", value = "event"),
                @Option(label = "state", value = "state"),
                @Option(label = "telemetry", value = "telemetry"),
                @Option(label = "bulk", value = "bulk")
            })
    String[] newestFirst() default {};

    @AttributeDefinition(
            name = "Age of one a second",
            description = "from this age on, telemetry keeps the first record of a stream in each second, s",
            min = "10",
            max = "31536000",
            required = false)
    int thinToSecond() default 600;

    @AttributeDefinition(
            name = "Age of one in ten seconds",
            description = "from this age on, telemetry keeps the first record of a stream in each ten seconds, s",
            min = "10",
            max = "31536000",
            required = false)
    int thinToTenSeconds() default 7_200;

    @AttributeDefinition(
            name = "Age of one a minute",
            description = "from this age on, telemetry keeps the first record of a stream in each minute, s",
            min = "10",
            max = "31536000",
            required = false)
    int thinToMinute() default 86_400;

    @AttributeDefinition(
            name = "Delay",
            description = "how long a record of another lane than critical may wait for its commit, ms",
            min = "10",
            max = "200",
            required = false)
    int delay() default 200;
}
