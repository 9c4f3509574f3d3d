package io.verge.update.internal.follow;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which release the box is to run. A section of its own, so that the cloud's twin can order one and leave all else as it is. */
@ObjectClassDefinition(
        name = "Release",
        description = "The release that the box is to run, by its name or by a channel")
public @interface ReleaseConfig {
    @AttributeDefinition(
            name = "Name",
            description = "of the release; it is taken up once. The cloud's twin writes it here",
            required = false)
    String name() default "";

    @AttributeDefinition(
            name = "Attempt",
            description = "raised to try a release again that has failed here",
            min = "1",
            max = "1000000",
            required = false)
    int attempt() default 1;

    @AttributeDefinition(
            name = "Channel",
            description = "whose release is followed when none is named, such as stable",
            required = false)
    String channel() default "";

    @AttributeDefinition(
            name = "Source",
            description = "a repository of the section update, or a URI; empty: the first of that section",
            required = false)
    String source() default "";

    @AttributeDefinition(
            name = "Look",
            description = "how often the channel is looked at, 20 % of chance either way, min",
            min = "1",
            max = "10080",
            required = false)
    int look() default 360;
}
