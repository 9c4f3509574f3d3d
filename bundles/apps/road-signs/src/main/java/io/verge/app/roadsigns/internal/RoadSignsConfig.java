package io.verge.app.roadsigns.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code road-signs:} under {@code apps:}. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "Road signs",
        description = "Announces signs (RSI, TIM, IVIM) and notices of road works and weather (RSI, TIM, DENM)")
public @interface RoadSignsConfig {
    @AttributeDefinition(name = "Id", description = "the name of the block in the profile")
    String id();

    @AttributeDefinition(
            name = "Signs",
            description = "by name: 'sign 38, east 30, north 2, text Roadworks, lanes 3 4, until 2026-12-31T18:00Z';"
                    + " metres in the site frame; value (such as a limit in m/s) and from may follow",
            required = false)
    String[] signs() default {};

    @AttributeDefinition(
            name = "Events",
            description = "by name, as signs: 'event road-works, east 30, north 2, radius 50', or 'event weather, …'",
            required = false)
    String[] events() default {};

    @AttributeDefinition(
            name = "Period",
            description = "between two announcements of a sign, ms",
            min = "100",
            max = "10000",
            required = false)
    int period() default 1000;

    @AttributeDefinition(
            name = "Period of events",
            description = "between two announcements of an event, ms",
            min = "100",
            max = "10000",
            required = false)
    int eventPeriod() default 500;

    @AttributeDefinition(
            name = "Lifetime",
            description = "of what is put up at run time without an end, hours",
            min = "1",
            max = "720",
            required = false)
    int lifetime() default 24;
}
