package io.verge.app.collisionwarning.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code collision-warning:} under {@code apps:}. Retained at run time so that tests use the very defaults. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "Collision warning",
        description = "Warns of road users whose predicted ways meet (RSI, DENM collisionRisk)")
public @interface CollisionWarningConfig {
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
            name = "Warning time",
            description = "to contact, s; when a driver does not give way as he should",
            min = "0.5",
            max = "5",
            required = false)
    double warningTime() default 2.5;

    @AttributeDefinition(
            name = "Early warning time",
            description = "to contact, s; when it is certain that nobody gives way in time by ordinary braking",
            min = "0.5",
            max = "5",
            required = false)
    double earlyTime() default 4;

    @AttributeDefinition(
            name = "Least speed",
            description = "of the faster of two, m/s; slower ones are no danger to each other",
            min = "0",
            max = "20",
            required = false)
    double minSpeed() default 2.8;

    @AttributeDefinition(
            name = "Margin",
            description = "m, that bodies are taken larger by; less than 0 to allow for errors of lanes and sensors",
            min = "-0.3",
            max = "2",
            required = false)
    double margin() default -0.2;

    @AttributeDefinition(
            name = "Comfortable braking",
            description = "m/s², with which drivers give way as a rule",
            min = "1",
            max = "6",
            required = false)
    double comfortable() default 3;

    @AttributeDefinition(
            name = "Hard braking",
            description = "m/s²; who needs more to stay behind a leader, and does not brake, is in danger",
            min = "2",
            max = "9",
            required = false)
    double hard() default 5;

    @AttributeDefinition(
            name = "Violation",
            description = "m/s²; who needs more to stop at a red signal and does not brake will not stop, where drivers"
                    + " are not known to brake later",
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
            name = "Probability",
            description = "0 to 1, of the ways that meet among all ways that both may take",
            min = "0.05",
            max = "1",
            required = false)
    double probability() default 0.4;

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
            description = "m around the point of contact that the warning concerns",
            min = "1",
            max = "500",
            required = false)
    double radius() default 30;

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
