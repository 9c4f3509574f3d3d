package io.verge.probe.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long to look. */
@ObjectClassDefinition(name = "Probe", description = "Prints what one driver says")
public @interface ProbeConfig {
    @AttributeDefinition(
            name = "Seconds",
            description = "end after so many seconds; 0: when a file ends, or when told to stop",
            min = "0",
            required = false)
    double seconds() default 0;
}
