package io.verge.app.speedadvice.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code speed-advice:} under {@code apps:}. */
@ObjectClassDefinition(
        name = "Speed advice",
        description = "Advises the speeds that bring the traffic through the next greens (GLOSA)")
public @interface SpeedAdviceConfig {
    @AttributeDefinition(name = "Id", description = "the name of the block in the profile")
    String id();

    @AttributeDefinition(
            name = "Period",
            description = "between two announcements, ms; the services of T/CSAE 53 ask for 2 a second",
            min = "100",
            max = "10000",
            required = false)
    int period() default 500;

    @AttributeDefinition(
            name = "Least confidence",
            description = "that a green comes as predicted, 0 to 1; of others nothing is advised",
            min = "0",
            max = "1",
            required = false)
    double minConfidence() default 0.9;

    @AttributeDefinition(
            name = "Least speed",
            description = "that is advised, km/h",
            min = "5",
            max = "100",
            required = false)
    double minSpeed() default 20;

    @AttributeDefinition(
            name = "Least share",
            description = "of the speed limit that is advised, 0 to 1; the greater of this and the least speed holds",
            min = "0",
            max = "1",
            required = false)
    double minShare() default 0.5;

    @AttributeDefinition(
            name = "Least distance",
            description = "of an advice, m: of shorter lanes nothing is advised",
            min = "10",
            max = "1000",
            required = false)
    double minDistance() default 50;

    @AttributeDefinition(
            name = "Headway",
            description = "time a queued vehicle takes to leave over the stop line, s",
            min = "0.5",
            max = "5",
            required = false)
    double headway() default 2;

    @AttributeDefinition(
            name = "Lost time",
            description = "until the first queued vehicle moves, s",
            min = "0",
            max = "10",
            required = false)
    double lostTime() default 1.5;

    @AttributeDefinition(
            name = "Standing",
            description = "slower than this a vehicle on the lane is queued, m/s",
            min = "0.1",
            max = "5",
            required = false)
    double standing() default 1.5;

    @AttributeDefinition(
            name = "Greatest change",
            description = "of an advised speed from one announcement to the next that may happen again and again, km/h",
            min = "1",
            max = "50",
            required = false)
    double maxChange() default 5;

    @AttributeDefinition(
            name = "Calm",
            description =
                    "a second greater change within this time takes the advice back until it was calm so long, ms",
            min = "500",
            max = "60000",
            required = false)
    int calm() default 3000;

    @AttributeDefinition(
            name = "Cycles",
            description = "of the signals from which their plan is learned, the last so many",
            min = "5",
            max = "200",
            required = false)
    int cycles() default 30;
}
