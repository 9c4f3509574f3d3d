package io.verge.replay.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a replay writes, and how fast it runs. */
@ObjectClassDefinition(name = "Replay", description = "What a replay writes, and how fast it runs")
public @interface ReplayConfig {
    @AttributeDefinition(
            name = "Scenes",
            description =
                    "path of the scenes to write, format verge-scenes/1, packed when its name ends in .gz; none when"
                            + " empty",
            required = false)
    String scenes() default "";

    @AttributeDefinition(
            name = "Messages",
            description = "path of the messages to write, format pcap; none when empty",
            required = false)
    String messages() default "";

    @AttributeDefinition(
            name = "Speed",
            description = "max for as fast as possible, or how many times as fast as it was, 0.01 to 1000",
            required = false)
    String speed() default Pace.MAX;
}
