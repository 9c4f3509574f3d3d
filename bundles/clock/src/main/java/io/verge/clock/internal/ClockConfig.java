package io.verge.clock.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How good the system's clock is. */
@ObjectClassDefinition(name = "Clock", description = "How far the system's time can be trusted")
public @interface ClockConfig {
    @AttributeDefinition(
            name = "Source",
            description = "what disciplines the system's clock",
            required = false,
            options = {
                @Option(label = "nothing", value = "FREE_RUNNING"),
                @Option(label = "the operating system, unknown how", value = "SYSTEM"),
                @Option(label = "NTP", value = "NTP"),
                @Option(label = "PTP", value = "PTP"),
                @Option(label = "GNSS", value = "GNSS")
            })
    String source() default "SYSTEM";

    @AttributeDefinition(
            name = "Error",
            description =
                    "the error of the system's clock to be assumed while it runs steadily, ms; above 50 ms neither"
                            + " signals nor road users go on the air",
            min = "0",
            max = "60000",
            required = false)
    int error() default 20;
}
