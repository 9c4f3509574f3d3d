package io.verge.update.internal.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where releases come from, and when they are installed. Nobody has to say so: a box without this section takes what is carried to it. */
@ObjectClassDefinition(
        name = "Update",
        description = "Signed releases: where they come from, when and how they are installed")
public @interface UpdateConfig {
    @AttributeDefinition(
            name = "Sources",
            description = "repositories of releases, the usual one first, such as https://releases.example/verge or"
                    + " file:/media/stick",
            required = false)
    String[] sources() default {};

    @AttributeDefinition(
            name = "Root of trust",
            description = "file of the first root that the box trusts; a relative path is one beside the profile",
            required = false)
    String trust() default "trust/root.json";

    @AttributeDefinition(
            name = "Model",
            description = "of the hardware, as releases name it that are for some only",
            required = false)
    String model() default "";

    @AttributeDefinition(
            name = "Groups",
            description = "that this box belongs to, for signed permissions to go back to an older version",
            required = false)
    String[] groups() default {};

    @AttributeDefinition(
            name = "Maintenance window",
            description = "time of day in which the box is switched, such as 02:00-04:00; empty: at any time",
            required = false)
    String window() default "";

    @AttributeDefinition(name = "Zone", description = "of the window, such as Asia/Shanghai", required = false)
    String zone() default "UTC";

    @AttributeDefinition(
            name = "Probation",
            description = "how long the new set is compared with the old before it is kept, s",
            min = "5",
            max = "86400",
            required = false)
    int probation() default 300;

    @AttributeDefinition(
            name = "Tolerance",
            description =
                    "how many times as slow as before the new set may be, by frames of devices and by latency; more than"
                            + " 1 for a box whose load comes and goes",
            min = "1",
            max = "10",
            required = false)
    double tolerance() default 1;

    @AttributeDefinition(
            name = "Objections",
            description = "how long at most somebody may have an update wait, min",
            min = "0",
            max = "1440",
            required = false)
    int vetoAtMost() default 30;

    @AttributeDefinition(
            name = "Reserve",
            description = "what an update leaves free on the disk, MB (a million octets)",
            min = "0",
            max = "1000000",
            required = false)
    int reserve() default 64;

    @AttributeDefinition(
            name = "Rate",
            description = "what is fetched at most, kB/s (a thousand octets a second); 0: as fast as it comes",
            min = "0",
            max = "1000000",
            required = false)
    int rate() default 0;

    @AttributeDefinition(
            name = "hawkBit server",
            description = "up to its port or folder, such as https://hawkbit.example; empty: none",
            required = false)
    String hawkbit() default "";

    @AttributeDefinition(name = "hawkBit tenant", description = "on that server", required = false)
    String hawkbitTenant() default "DEFAULT";

    @AttributeDefinition(
            name = "hawkBit token",
            description = "file:PATH of the target token, beside the profile when relative; empty: none is shown",
            required = false)
    String hawkbitToken() default "";

    @AttributeDefinition(
            name = "hawkBit module",
            description = "type or name of the software module whose version is the release",
            required = false)
    String hawkbitModule() default "verge";

    @AttributeDefinition(
            name = "hawkBit confirmation",
            description = "whether offers that somebody has to agree to are agreed to by this box",
            required = false)
    boolean hawkbitConfirm() default false;
}
