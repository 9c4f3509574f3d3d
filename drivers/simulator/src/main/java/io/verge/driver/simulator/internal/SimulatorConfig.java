package io.verge.driver.simulator.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set of the simulator. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "Simulator",
        description = "A virtual crossing that plays radars, cameras, a signal controller and a radio on loopback")
public @interface SimulatorConfig {
    @AttributeDefinition(name = "Name", description = "Name of the block; set by the profile")
    String id();

    @AttributeDefinition(
            name = "Seed",
            description = "Of all that happens by chance: the same seed gives the same traffic",
            required = false)
    long seed() default 1;

    @AttributeDefinition(
            name = "Vehicles",
            description = "How many there should be on the road",
            min = "0",
            max = "60",
            required = false)
    int vehicles() default 24;

    @AttributeDefinition(
            name = "Pedestrians",
            description = "How many there should be",
            min = "0",
            max = "60",
            required = false)
    int pedestrians() default 12;

    @AttributeDefinition(
            name = "Incidents",
            description = "How often what goes wrong, mean seconds from one to the next: red-light, collision-course,"
                    + " wrong-way, breakdown, speeder, slow-vehicle, jaywalker, congestion, debris",
            required = false)
    String[] incidents() default {"red-light=90", "wrong-way=75"};

    @AttributeDefinition(
            name = "Buses",
            description =
                    "Seconds between two buses of a line that goes straight over the crossing; 0 for no line: then"
                            + " buses come by chance alone",
            min = "0",
            max = "3600",
            required = false)
    int buses() default 0;

    @AttributeDefinition(
            name = "Radars",
            description = "TI mmWave radars by name: 'port 61401, east 22, north 22, up 6, azimuth 225'; metres in the"
                    + " site frame, degrees clockwise from north; tilt, view (120 degrees) and range (70 m) may follow",
            required = false)
    String[] radars() default {};

    @AttributeDefinition(
            name = "FLIR cameras",
            description = "By name, as radars; view is 90 degrees and range 50 m when they are not given",
            required = false)
    String[] flir() default {};

    @AttributeDefinition(
            name = "MUST cameras",
            description = "By name, as radars; the port is where the datagrams go; view is 90 degrees and range 60 m"
                    + " when they are not given",
            required = false)
    String[] must() default {};

    @AttributeDefinition(
            name = "Signal port",
            description = "Where the datagrams of the signal controller go; 0 for no controller",
            min = "0",
            max = "65535",
            required = false)
    int signalPort() default 0;

    @AttributeDefinition(
            name = "Controller port",
            description = "Where the signal controller answers SNMP (NTCIP 1202) and takes calls; 0 for no answers",
            min = "0",
            max = "65535",
            required = false)
    int controllerPort() default 0;

    @AttributeDefinition(
            name = "Radio port",
            description = "Where the radio takes messages; 0 for no radio",
            min = "0",
            max = "65535",
            required = false)
    int rsuPort() default 0;

    @AttributeDefinition(
            name = "Port for what is received",
            description = "Where the radio forwards what vehicles say: 'listen' of radio-rsu41; 0 for nothing",
            min = "0",
            max = "65535",
            required = false)
    int receivedPort() default 0;

    @AttributeDefinition(
            name = "Connected",
            description = "Share of the vehicles that have a radio and say where they are; at most 5, and all buses,"
                    + " which also ask for a green, unless it is 0",
            min = "0",
            max = "1",
            required = false)
    double connected() default 0.3;

    @AttributeDefinition(
            name = "Caster port",
            description = "Where an NTRIP caster of corrections listens; 0 for no caster",
            min = "0",
            max = "65535",
            required = false)
    int casterPort() default 0;
}
