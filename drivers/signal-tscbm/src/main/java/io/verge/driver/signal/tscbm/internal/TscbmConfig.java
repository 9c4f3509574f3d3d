package io.verge.driver.signal.tscbm.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Where a controller's broadcast comes in, and which signal group each of its phases and overlaps is. */
@ObjectClassDefinition(
        name = "TSCBM signal controller",
        description = "Signal states and times that a controller broadcasts over UDP ten times a second")
public @interface TscbmConfig {
    @AttributeDefinition(name = "id", description = "name of the device's block in the profile")
    String id();

    @AttributeDefinition(
            name = "UDP port",
            description = "port of this box to which the controller sends",
            min = "1",
            max = "65535",
            required = false)
    int listen() default 6053;

    @AttributeDefinition(
            name = "Address of this box",
            description = "where to listen; 0.0.0.0 is all of its interfaces",
            required = false)
    String bind() default "0.0.0.0";

    @AttributeDefinition(
            name = "Controller",
            description = "address of the controller; what others send is dropped. Anyone may send when empty",
            required = false)
    String from() default "";

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
            name = "SNMP",
            description =
                    "host:port of the controller's SNMP agent, often port 501 or 161, through which the broadcast is"
                            + " switched on; it is not when empty",
            required = false)
    String snmp() default "";

    @AttributeDefinition(
            name = "Community",
            description = "SNMP v1 community that may write; a user's name with some makers",
            required = false)
    String community() default "public";

    @AttributeDefinition(
            name = "Form",
            description =
                    "octets of the packets to ask for: 241, or 245 with pedestrian calls; both are always understood",
            options = {@Option(label = "241", value = "241"), @Option(label = "245", value = "245")},
            required = false)
    int form() default 245;

    @AttributeDefinition(
            name = "Stale after",
            description = "no packet for longer than this is a fault, ms",
            min = "100",
            max = "60000",
            required = false)
    int stale() default 300;

    @AttributeDefinition(
            name = "Greatest clock offset",
            description =
                    "packets whose time differs by more from the box's are counted, ms; whole quarters of an hour,"
                            + " so time zones, do not count",
            min = "1",
            max = "450000",
            required = false)
    int maxClockOffset() default 1_000;
}
