package io.verge.driver.corrections.ntrip.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set of a source of corrections. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "Source of corrections",
        description = "RTCM 3 messages of an NTRIP caster, of a receiver by a serial link or TCP, or of a recording")
public @interface CorrectionsSourceConfig {
    @AttributeDefinition(name = "Name", description = "Name of the block; set by the profile")
    String id();

    @AttributeDefinition(
            name = "Caster",
            description = "host:port of an NTRIP caster, 2101 without a port; or port: or file:",
            required = false)
    String caster() default "";

    @AttributeDefinition(
            name = "Mountpoint",
            description = "Of the caster: the stream that is asked for",
            required = false)
    String mountpoint() default "";

    @AttributeDefinition(
            name = "Version",
            description = "Of NTRIP in which the caster is asked; answers of both are understood",
            min = "1",
            max = "2",
            required = false)
    int version() default 2;

    @AttributeDefinition(name = "User", description = "Of the caster; empty without", required = false)
    String user() default "";

    @AttributeDefinition(
            name = "Password file",
            description = "File with the user's password; read at each connect",
            required = false)
    String passwordFile() default "";

    @AttributeDefinition(
            name = "Position period",
            description = "The caster is told the box's position (GGA) so often, seconds; 0 for never. Virtual"
                    + " reference stations need it",
            min = "0",
            max = "3600",
            required = false)
    int gga() default 0;

    @AttributeDefinition(
            name = "Port",
            description = "Serial port or tcp://host:port of a receiver or radio modem, instead of a caster",
            required = false)
    String port() default "";

    @AttributeDefinition(
            name = "Rate",
            description = "Of a serial port, baud",
            min = "4800",
            max = "4000000",
            required = false)
    int baud() default 115_200;

    @AttributeDefinition(
            name = "Recording",
            description = "File of RTCM 3 messages, may end in .gz, instead of a caster",
            required = false)
    String file() default "";

    @AttributeDefinition(
            name = "Stale after",
            description = "Without a good message for longer the source is degraded, milliseconds",
            min = "1000",
            max = "600000",
            required = false)
    int stale() default 5000;
}
