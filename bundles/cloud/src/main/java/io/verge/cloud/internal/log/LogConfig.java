package io.verge.cloud.internal.log;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code log:} of the profile. */
@ObjectClassDefinition(name = "Log", description = "What of the agent's log goes to the cloud when it asks for it")
public @interface LogConfig {
    @AttributeDefinition(
            name = "Rate",
            description =
                    "lines a second at most; what comes faster waits, and is lost when the memory of lines is full",
            min = "1",
            max = "200",
            required = false)
    int rate() default 50;

    @AttributeDefinition(
            name = "Longest",
            description = "minutes that one request may ask for",
            min = "1",
            max = "1440",
            required = false)
    int longest() default 60;
}
