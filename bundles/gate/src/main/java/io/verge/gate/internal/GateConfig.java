package io.verge.gate.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The limits of the gate. Nobody has to set one. */
@ObjectClassDefinition(name = "Gate", description = "The last check before air")
public @interface GateConfig {
    @AttributeDefinition(
            name = "Age of signals",
            description = "greatest age of what the signal controller said, ms",
            min = "50",
            max = "1000",
            required = false)
    int age_signal() default 500;

    @AttributeDefinition(
            name = "Age of road users",
            description = "greatest age of the scene in which they were, ms",
            min = "50",
            max = "1000",
            required = false)
    int age_roadUsers() default 100;

    @AttributeDefinition(
            name = "Age of all else",
            description = "greatest age of maps, events, advice, signs, corrections and answers, ms",
            min = "100",
            max = "10000",
            required = false)
    int age_other() default 1000;

    @AttributeDefinition(
            name = "Delay",
            description = "greatest time from the scene to the radio for signals, road users and events, ms",
            min = "20",
            max = "1000",
            required = false)
    int delay() default 100;

    @AttributeDefinition(
            name = "Ahead",
            description = "how far the time of an announcement may lie ahead of the clock, ms",
            min = "0",
            max = "1000",
            required = false)
    int ahead() default 50;

    @AttributeDefinition(
            name = "Clock error",
            description = "greatest error of the clock with which signals, road users and advice are sent, ms",
            min = "1",
            max = "1000",
            required = false)
    int clockError() default 50;

    @AttributeDefinition(
            name = "Hold-off",
            description = "how long the signals must be free of conflicting greens before they are sent again, ms",
            min = "100",
            max = "60000",
            required = false)
    int holdOff() default 1000;

    @AttributeDefinition(
            name = "Radius",
            description = "around the box, within which the whole area of an event or sign must lie, m",
            min = "50",
            max = "20000",
            required = false)
    int radius() default 2000;

    @AttributeDefinition(
            name = "Rate of signals",
            description = "announcements a second",
            min = "1",
            max = "50",
            required = false)
    int rate_signal() default 12;

    @AttributeDefinition(
            name = "Rate of road users",
            description = "announcements a second",
            min = "1",
            max = "50",
            required = false)
    int rate_roadUsers() default 12;

    @AttributeDefinition(
            name = "Rate of maps",
            description = "announcements a second",
            min = "1",
            max = "50",
            required = false)
    int rate_map() default 2;

    @AttributeDefinition(
            name = "Rate of events",
            description = "announcements a second, of all events together",
            min = "1",
            max = "1000",
            required = false)
    int rate_event() default 100;

    @AttributeDefinition(
            name = "Rate of all else",
            description = "announcements a second of each: advice, signs, corrections, answers to priority requests",
            min = "1",
            max = "1000",
            required = false)
    int rate_other() default 20;

    @AttributeDefinition(
            name = "Octets",
            description = "octets a second, of all messages together",
            min = "10000",
            max = "10000000",
            required = false)
    int octets() default 250_000;

    @AttributeDefinition(
            name = "Queue",
            description = "announcements that may wait for their turn",
            min = "1",
            max = "1000",
            required = false)
    int queue() default 64;
}
