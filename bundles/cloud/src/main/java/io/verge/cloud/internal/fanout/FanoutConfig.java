package io.verge.cloud.internal.fanout;

import io.verge.api.message.MessageKind;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code fanout:} of the profile; without it nothing is fanned out. */
@ObjectClassDefinition(
        name = "Fan-out",
        description =
                "What goes on the air goes to phones and vehicles on the mobile network, too, by where the box is")
public @interface FanoutConfig {
    @AttributeDefinition(name = "Types", description = "kinds of messages that go there")
    MessageKind[] types();

    @AttributeDefinition(
            name = "Zoom",
            description = "digits of the quadkey, each a level of the topic; 18 is a tile of 150 m at the equator",
            min = "1",
            max = "22",
            required = false)
    int zoom() default 18;

    @AttributeDefinition(
            name = "Rate",
            description = "octets a second at most; what is above it is dropped",
            min = "100",
            max = "10000000",
            required = false)
    int rate() default 65_536;

    @AttributeDefinition(
            name = "Expiry",
            description = "s after which the broker drops what nobody has taken",
            min = "1",
            max = "60",
            required = false)
    int expiry() default 2;
}
