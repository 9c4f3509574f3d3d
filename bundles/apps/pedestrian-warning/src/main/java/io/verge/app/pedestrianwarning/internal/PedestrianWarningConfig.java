package io.verge.app.pedestrianwarning.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code pedestrian-warning:} under {@code apps:}. Retained at run time so that tests use the very defaults. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "Pedestrian warning",
        description = "Warns of people on a crosswalk or on the carriageway with traffic coming (RSI, DENM"
                + " humanPresenceOnTheRoad)")
public @interface PedestrianWarningConfig {
    @AttributeDefinition(name = "Id", description = "the name of the block in the profile")
    String id();

    @AttributeDefinition(
            name = "Period",
            description = "between two looks, and between two announcements of a warning, ms; T/CSAE 53 wants 100",
            min = "50",
            max = "1000",
            required = false)
    int period() default 100;

    @AttributeDefinition(
            name = "Entering",
            description = "s ahead in which someone who walks towards a crosswalk counts as on it",
            min = "0",
            max = "5",
            required = false)
    double entering() default 3;

    @AttributeDefinition(
            name = "Stopping",
            description = "m/s² with which people stop before a kerb; who needs more will enter, though he may not",
            min = "0.5",
            max = "4",
            required = false)
    double stopping() default 1.5;

    @AttributeDefinition(
            name = "Arriving",
            description = "s in which a vehicle must reach the people to be a danger to them",
            min = "1",
            max = "8",
            required = false)
    double arriving() default 4;

    @AttributeDefinition(
            name = "Braking",
            description = "m/s²; a vehicle that needs less to stop before them is no danger",
            min = "0.5",
            max = "8",
            required = false)
    double braking() default 2;

    @AttributeDefinition(
            name = "Braking for the unexpected",
            description = "m/s²; the same where drivers expect nobody: at don't walk, and beside the crosswalks",
            min = "0",
            max = "8",
            required = false)
    double brakingUnexpected() default 1;

    @AttributeDefinition(
            name = "Hard braking",
            description = "m/s²; who needs more to stop before them is a danger though he brakes",
            min = "1",
            max = "9",
            required = false)
    double brakingHard() default 3;

    @AttributeDefinition(
            name = "Braking at red",
            description = "m/s²; the same for a vehicle that has to stop for a red signal anyway",
            min = "0.5",
            max = "8",
            required = false)
    double brakingAtRed() default 5;

    @AttributeDefinition(
            name = "Margin",
            description = "m beside a vehicle's body in which nobody should be",
            min = "0",
            max = "3",
            required = false)
    double margin() default 0.8;

    @AttributeDefinition(
            name = "Least confidence",
            description =
                    "0 to 1; less certain warnings are not given, so a road user that only says itself where it is"
                            + " raises none",
            min = "0",
            max = "1",
            required = false)
    double minConfidence() default 0.35;

    @AttributeDefinition(
            name = "Hits",
            description = "looks of the last `looks` that must see the danger",
            min = "1",
            max = "10",
            required = false)
    int hits() default 3;

    @AttributeDefinition(
            name = "Looks",
            description = "among which `hits` must see the danger; at least as many",
            min = "1",
            max = "20",
            required = false)
    int looks() default 5;

    @AttributeDefinition(
            name = "Release",
            description = "ms without danger before a warning ends",
            min = "0",
            max = "5000",
            required = false)
    int release() default 500;

    @AttributeDefinition(
            name = "Age of signals",
            description = "ms; what the controller said longer ago is not known",
            min = "100",
            max = "5000",
            required = false)
    int signalAge() default 500;

    @AttributeDefinition(
            name = "Radius",
            description = "m around the people that the warning concerns",
            min = "1",
            max = "500",
            required = false)
    double radius() default 20;

    @AttributeDefinition(
            name = "Followed",
            description = "ms; who has been in the scenes for a shorter time is not judged yet",
            min = "0",
            max = "5000",
            required = false)
    int followed() default 1000;

    @AttributeDefinition(
            name = "Coasting",
            description = "ms; who was not measured for longer, or only just again after that, is not judged",
            min = "50",
            max = "5000",
            required = false)
    int coasting() default 300;

    @AttributeDefinition(
            name = "Place error",
            description = "m, standard deviation; whose position is less certain is not judged",
            min = "0.1",
            max = "10",
            required = false)
    double placeError() default 1;

    @AttributeDefinition(
            name = "Speed error",
            description = "m/s, standard deviation; whose velocity is less certain is not judged",
            min = "0.1",
            max = "10",
            required = false)
    double speedError() default 1;

    @AttributeDefinition(
            name = "Sigmas",
            description = "standard deviations by which someone may be slower, and farther away, than measured; it must"
                    + " be a danger even so",
            min = "0",
            max = "3",
            required = false)
    double sigmas() default 1;
}
