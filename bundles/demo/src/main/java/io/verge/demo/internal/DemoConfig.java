package io.verge.demo.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code demo:}. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(name = "Demo", description = "Prints once a second what is sensed, decided and sent")
public @interface DemoConfig {
    @AttributeDefinition(
            name = "Seconds",
            description = "After which the agent ends with a verdict, s; 0 is when it is stopped",
            min = "0",
            max = "86400",
            required = false)
    int seconds() default 0;

    @AttributeDefinition(
            name = "Quiet",
            description = "apps that speak only when something happens; in the first 90 s they need not have spoken",
            required = false)
    String[] quiet() default {
        "collision-warning", "red-light-warning", "pedestrian-warning", "incident-warning", "speed-advice"
    };
}
