package io.verge.app.sensorsharing.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code sensor-sharing:} under {@code apps:}. */
@ObjectClassDefinition(
        name = "Sensor sharing",
        description = "Announces the road users that the sensors see (RSM, SDSM, CPM)")
public @interface SensorSharingConfig {
    @AttributeDefinition(name = "Id", description = "the name of the block in the profile")
    String id();

    @AttributeDefinition(
            name = "Rate",
            description = "announcements a second, Hz; T/CSAE 53 wants 10",
            min = "1",
            max = "10",
            required = false)
    int rate() default 10;

    @AttributeDefinition(
            name = "Greatest age",
            description = "of the last real measurement of a road user, ms; who was measured before is not announced",
            min = "100",
            max = "5000",
            required = false)
    int maxAge() default 1000;
}
