package io.verge.cloud.internal.twin;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the twin takes what the cloud wants. */
@ObjectClassDefinition(name = "Twin", description = "takes the desired configuration from the cloud")
public @interface TwinConfig {
    @AttributeDefinition(
            name = "Probation",
            description = "how long a change is watched before it is kept, seconds",
            min = "1",
            max = "600",
            required = false)
    int probation() default 30;

    @AttributeDefinition(
            name = "Hold",
            description = "how long a change on the box stands against the cloud, hours",
            min = "1",
            max = "168",
            required = false)
    int hold() default 8;
}
