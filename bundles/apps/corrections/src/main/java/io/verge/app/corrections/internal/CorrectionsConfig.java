package io.verge.app.corrections.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code corrections:} under {@code apps:}. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "Corrections",
        description =
                "Hands RTCM 3 messages on to the road (RTCM, RTCMEM), so that vehicles know better where they are")
public @interface CorrectionsConfig {
    @AttributeDefinition(name = "Id", description = "the name of the block in the profile")
    String id();

    @AttributeDefinition(
            name = "Types",
            description = "message numbers that are handed on, single or as from-to",
            required = false)
    String[] types() default {"1004-1006", "1012", "1033", "1074-1127", "1230"};

    @AttributeDefinition(
            name = "Period",
            description = "each type at most once in so long, ms",
            min = "100",
            max = "60000",
            required = false)
    int period() default 1000;

    @AttributeDefinition(
            name = "Greatest age",
            description = "what is older when its turn comes is dropped, ms",
            min = "500",
            max = "60000",
            required = false)
    int maxAge() default 5000;

    @AttributeDefinition(
            name = "Greatest length",
            description = "of a message, octets; what is longer is dropped. The longest there is has 1029",
            min = "32",
            max = "1029",
            required = false)
    int maxLength() default 1029;
}
