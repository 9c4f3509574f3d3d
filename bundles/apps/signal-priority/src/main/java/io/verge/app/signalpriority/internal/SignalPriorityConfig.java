package io.verge.app.signalpriority.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code signal-priority:} under {@code apps:}. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "Signal priority",
        description = "Answers requests for a green (SRM, SSM) and asks the signal controller for it")
public @interface SignalPriorityConfig {
    @AttributeDefinition(name = "Id", description = "the name of the block in the profile")
    String id();

    @AttributeDefinition(
            name = "Accept unsigned",
            description = "serve requests whose sender nobody has checked; without it every request is rejected, since"
                    + " there are no signatures yet",
            required = false)
    boolean acceptUnsigned() default false;

    @AttributeDefinition(
            name = "Roles",
            description = "who may be served: public-transport, fire, ambulance, police, other-emergency, road-work,"
                    + " truck, unknown",
            required = false)
    String[] roles() default {"public-transport", "fire", "ambulance", "police", "other-emergency"};

    @AttributeDefinition(
            name = "Requesters",
            description = "beginnings of the ids that may be served, in hexadecimal; none: all",
            required = false)
    String[] requesters() default {};

    @AttributeDefinition(
            name = "Requesters' file",
            description = "a file with more of them, one a line; '#' begins a comment",
            required = false)
    String requestersFile() default "";

    @AttributeDefinition(
            name = "Least level",
            description = "of importance that is served, 0 to 14 (SAE J2735 RequestImportanceLevel)",
            min = "0",
            max = "14",
            required = false)
    int minLevel() default 0;

    @AttributeDefinition(
            name = "Nearest arrival",
            description = "what arrives sooner is not served any more, ms",
            min = "0",
            max = "60000",
            required = false)
    int minEta() default 3000;

    @AttributeDefinition(
            name = "Farthest arrival",
            description = "what arrives later waits, ms",
            min = "5000",
            max = "300000",
            required = false)
    int maxEta() default 60_000;

    @AttributeDefinition(
            name = "Greatest presence",
            description = "the controller is asked for one request no longer than this, ms",
            min = "5000",
            max = "600000",
            required = false)
    int maxPresence() default 120_000;

    @AttributeDefinition(
            name = "Stay",
            description = "after its arrival a request without a time of departure holds for so long, ms",
            min = "0",
            max = "120000",
            required = false)
    int stay() default 10_000;

    @AttributeDefinition(
            name = "Lockout",
            description = "after a service the signal group and those that it excludes are not served for so many of"
                    + " its cycles; emergency vehicles are",
            min = "0",
            max = "10",
            required = false)
    int lockoutCycles() default 2;

    @AttributeDefinition(
            name = "Longest lockout",
            description = "when the cycles cannot be seen, ms",
            min = "0",
            max = "1800000",
            required = false)
    int lockoutLimit() default 300_000;

    @AttributeDefinition(
            name = "Greatest age",
            description = "of what the controller shows, ms; what is older is no green",
            min = "100",
            max = "5000",
            required = false)
    int maxAge() default 500;
}
