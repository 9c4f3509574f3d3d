package io.verge.app.signalphase.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code signal-phase:} under {@code apps:}. */
@ObjectClassDefinition(name = "Signal phase", description = "Announces what the signals show (SPAT) and the map (MAP)")
public @interface SignalPhaseConfig {
    @AttributeDefinition(name = "Id", description = "the name of the block in the profile")
    String id();

    @AttributeDefinition(
            name = "Period",
            description = "between two announcements of the signals, ms; T/CSAE 53 wants 10 a second",
            min = "100",
            max = "10000",
            required = false)
    int period() default 100;

    @AttributeDefinition(
            name = "Map period",
            description = "between two announcements of the map, ms",
            min = "500",
            max = "60000",
            required = false)
    int mapPeriod() default 1000;

    @AttributeDefinition(
            name = "Greatest age",
            description = "of what the controller said, ms; what is older is not announced",
            min = "100",
            max = "500",
            required = false)
    int maxAge() default 500;

    @AttributeDefinition(
            name = "Cycles",
            description = "of the signals from which their likely times are learned, the last so many",
            min = "5",
            max = "200",
            required = false)
    int cycles() default 30;
}
