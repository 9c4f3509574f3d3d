package io.verge.driver.signal.ntcip1202.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where a controller's SNMP agent is, and which signal group each of its phases and overlaps is. */
@ObjectClassDefinition(
        name = "NTCIP 1202 signal controller",
        description = "Signal states that a controller tells over SNMP, and calls for its phases")
public @interface NtcipConfig {
    @AttributeDefinition(name = "id", description = "name of the device's block in the profile")
    String id();

    @AttributeDefinition(
            name = "Address",
            description = "host:port of the controller's SNMP agent; the port is 161 unless given, often it is 501")
    String address();

    @AttributeDefinition(
            name = "Community",
            description = "SNMP v1 community; one that may write when greens are to be asked for",
            required = false)
    String community() default "public";

    @AttributeDefinition(
            name = "Vehicle phases",
            description = "map of vehicle phase, 1 to 16, to signal group, 1 to 255",
            required = false)
    String[] groups() default {};

    @AttributeDefinition(
            name = "Overlaps",
            description = "map of overlap, 1 to 16 (A is 1), to signal group, 1 to 255",
            required = false)
    String[] overlaps() default {};

    @AttributeDefinition(
            name = "Pedestrian phases",
            description = "map of the phase whose walk signal it is, 1 to 16, to signal group, 1 to 255",
            required = false)
    String[] pedestrians() default {};

    @AttributeDefinition(
            name = "States",
            description = "whether the states are handed on; false where another device tells those of the same"
                    + " controller with their times (TSCBM), and this one is there to take calls",
            required = false)
    boolean states() default true;

    @AttributeDefinition(
            name = "Period",
            description =
                    "between two looks at the states, ms; a slow controller is asked again as soon as it has answered",
            min = "50",
            max = "10000",
            required = false)
    int period() default 100;

    @AttributeDefinition(
            name = "Timeout",
            description = "for an answer, ms",
            min = "50",
            max = "1000",
            required = false)
    int timeout() default 300;

    @AttributeDefinition(
            name = "Batch",
            description = "greatest number of objects in one request; halved while the controller finds it too great",
            min = "1",
            max = "40",
            required = false)
    int batch() default 12;

    @AttributeDefinition(
            name = "Keep alive",
            description =
                    "how often a call is written again, ms; less than the controller's unitBackupTime, after which it"
                            + " forgets calls",
            min = "100",
            max = "60000",
            required = false)
    int keepAlive() default 1_000;

    @AttributeDefinition(
            name = "Stale after",
            description = "no states for longer than this is a fault, ms",
            min = "100",
            max = "60000",
            required = false)
    int stale() default 500;
}
