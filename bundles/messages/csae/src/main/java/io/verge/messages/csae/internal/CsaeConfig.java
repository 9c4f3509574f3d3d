package io.verge.messages.csae.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How the messages of T/CSAE 53 are spoken. */
@ObjectClassDefinition(name = "Messages of T/CSAE 53", description = "The message set of C-V2X in China")
public @interface CsaeConfig {
    @AttributeDefinition(
            name = "Edition",
            description = "of T/CSAE 53 that the vehicles here speak; a message does not tell its own",
            options = {@Option(label = "2019", value = "2019"), @Option(label = "2020", value = "2020")},
            required = false)
    int edition() default 2020;

    @AttributeDefinition(
            name = "Application identifiers",
            description =
                    "KIND=number, decimal or 0x hexadecimal, 0 to 270549119, where the regulation here differs from "
                            + "MAP=112, RSM=113, SPAT=114, RSI=115; RTCM and RSC have none unless they are named here",
            required = false)
    String[] aid() default {};

    @AttributeDefinition(
            name = "RSU",
            description =
                    "1 to 8 ASCII characters by which messages name their sender, filled up with zero octets; empty: "
                            + "the last 8 characters of the box's id",
            required = false)
    String rsu() default "";

    @AttributeDefinition(
            name = "Highest participant number",
            description = "of a road user in RSM: 255 where receivers keep to T/CSAE 159, up to 65535 elsewhere",
            min = "16",
            max = "65535",
            required = false)
    int participants() default 255;

    @AttributeDefinition(
            name = "RSU as participant",
            description = "whether each RSM lists the RSU itself as participant 0, as T/CSAE 159 asks",
            required = false)
    boolean self() default true;

    @AttributeDefinition(
            name = "Event types",
            description = "KIND=number, 0 to 65535 of GB/T 29100, where they differ from PEDESTRIAN_ON_ROAD=405, "
                    + "STOPPED_VEHICLE=903, SLOW_VEHICLE=902, WRONG_WAY=904, OVERSPEED=901, CONGESTION=707, "
                    + "QUEUE_TAIL=707, OBSTACLE=401, ANIMAL=406, ROAD_WORKS=501, WEATHER=300, COLLISION_RISK=900, "
                    + "RED_LIGHT_VIOLATION=900",
            required = false)
    String[] eventType() default {};
}
