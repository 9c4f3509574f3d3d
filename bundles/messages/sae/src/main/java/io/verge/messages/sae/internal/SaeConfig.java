package io.verge.messages.sae.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How the messages of SAE J2735 are spoken. */
@ObjectClassDefinition(name = "Messages of SAE J2735", description = "The message set of North America")
public @interface SaeConfig {
    @AttributeDefinition(
            name = "Edition",
            description = "of J2735 that the vehicles here speak; only times of more than an hour differ",
            options = {
                @Option(label = "2016", value = "2016"),
                @Option(label = "2020", value = "2020"),
                @Option(label = "2024", value = "2024")
            },
            required = false)
    int edition() default 2016;

    @AttributeDefinition(
            name = "Provider service identifiers",
            description = "KIND=number, decimal or 0x hexadecimal, as the radio wants them, where they differ from "
                    + "MAP=0x8002, SPAT=0x8002, SSM=0x8002, TIM=0x8003, SDSM=0x8010, RTCM=0x8000",
            required = false)
    String[] psid() default {};

    @AttributeDefinition(
            name = "RSU",
            description = "ASCII characters of which the last 4 name the sender of SDSM; empty: those of the box's id",
            required = false)
    String rsu() default "";

    @AttributeDefinition(
            name = "Longest message, octets",
            description =
                    "of SDSM, of which what does not fit goes into the next one, and TIM, which then leaves its lanes"
                            + " off",
            min = "200",
            max = "2000",
            required = false)
    int octets() default 1400;

    @AttributeDefinition(
            name = "ITIS codes",
            description = "KIND=codes, such as QUEUE_TAIL=257 7186, where TIM is to name events otherwise than by "
                    + "the table in the README",
            required = false)
    String[] itis() default {};
}
