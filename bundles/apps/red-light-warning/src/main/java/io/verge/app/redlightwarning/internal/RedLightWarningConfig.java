package io.verge.app.redlightwarning.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code red-light-warning:} under {@code apps:}. Retained at run time so that tests use the very defaults. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "Red light warning",
        description = "Warns the others of who does not stop at a red signal (RSI, DENM signalViolation)")
public @interface RedLightWarningConfig {
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
            name = "Violation",
            description =
                    "m/s²; who needs more to stop and does not brake will not stop, where drivers are not known to"
                            + " brake later",
            min = "2",
            max = "9",
            required = false)
    double violation() default 3.8;

    @AttributeDefinition(
            name = "Latest braking",
            description = "m/s²; who needs more to stop at a red signal and does not brake will not stop, however late"
                    + " drivers brake here",
            min = "2",
            max = "9",
            required = false)
    double latest() default 6;

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
            name = "Release",
            description = "ms without violation before a warning ends",
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
            description = "m around the stop line that the warning concerns",
            min = "1",
            max = "500",
            required = false)
    double radius() default 50;

    @AttributeDefinition(
            name = "Followed",
            description = "ms; who has been in the scenes for a shorter time is not judged yet",
            min = "0",
            max = "5000",
            required = false)
    int followed() default 400;

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
