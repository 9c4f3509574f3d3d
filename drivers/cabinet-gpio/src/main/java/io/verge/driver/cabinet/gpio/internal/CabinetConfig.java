package io.verge.driver.cabinet.gpio.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What can be set of a cabinet's contacts. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "Cabinet GPIO",
        description = "Contacts and relays of the cabinet at the board's GPIO pins")
public @interface CabinetConfig {
    @AttributeDefinition(name = "Name", description = "Name of the block; set by the profile")
    String id();

    @AttributeDefinition(
            name = "Provider",
            description = "What reaches the pins: gpiod is the kernel's character device; mock is for tests",
            options = {@Option(label = "libgpiod", value = "gpiod"), @Option(label = "None, for tests", value = "mock")
            },
            required = false)
    String provider() default "gpiod";

    @AttributeDefinition(
            name = "Inputs",
            description = "Contacts and their pins (BCM numbers), such as door: 17",
            required = false)
    String[] inputs() default {};

    @AttributeDefinition(
            name = "Active low",
            description = "Names of the inputs and outputs that are active at low level",
            required = false)
    String[] activeLow() default {};

    @AttributeDefinition(
            name = "Debounce",
            description = "By input, how long a contact must stay before it counts, milliseconds, 0 to 60000",
            required = false)
    String[] debounce() default {};

    @AttributeDefinition(
            name = "Pull",
            description = "Resistor of the board at the inputs",
            options = {
                @Option(label = "None", value = "none"),
                @Option(label = "To high level", value = "up"),
                @Option(label = "To low level", value = "down")
            },
            required = false)
    String pull() default "none";

    @AttributeDefinition(
            name = "Beacon",
            description = "Pin of the warning lamp's relay; -1 for none",
            min = "-1",
            max = "1023",
            required = false)
    int beacon() default -1;

    @AttributeDefinition(name = "Beacon on", description = "Switches the warning lamp, for a test", required = false)
    boolean beaconOn() default false;

    @AttributeDefinition(
            name = "Fan",
            description = "Pin of the fan's relay; -1 for none",
            min = "-1",
            max = "1023",
            required = false)
    int fan() default -1;

    @AttributeDefinition(name = "Fan on", description = "Switches the fan", required = false)
    boolean fanOn() default false;

    @AttributeDefinition(
            name = "Watchdog",
            description = "Pin that changes its level all the time while the agent runs; -1 for none",
            min = "-1",
            max = "1023",
            required = false)
    int watchdog() default -1;

    @AttributeDefinition(
            name = "Watchdog period",
            description = "From one change of the watchdog's level to the next, milliseconds",
            min = "20",
            max = "60000",
            required = false)
    int watchdogPeriod() default 500;
}
