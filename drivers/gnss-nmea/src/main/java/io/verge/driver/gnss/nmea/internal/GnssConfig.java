package io.verge.driver.gnss.nmea.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set of a GNSS receiver. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "GNSS receiver",
        description = "Position of the box from NMEA 0183 sentences, by a serial link, TCP or a recording")
public @interface GnssConfig {
    @AttributeDefinition(name = "Name", description = "Name of the block; set by the profile")
    String id();

    @AttributeDefinition(
            name = "Port",
            description = "Serial port or tcp://host:port of the receiver; empty when a file is read",
            required = false)
    String port() default "";

    @AttributeDefinition(
            name = "Recording",
            description = "File with the receiver's sentences, may end in .gz; empty for a live receiver",
            required = false)
    String file() default "";

    @AttributeDefinition(
            name = "Rate",
            description = "Of a serial port, baud",
            min = "4800",
            max = "4000000",
            required = false)
    int baud() default 9600;

    @AttributeDefinition(
            name = "Range error",
            description = "1-sigma error of the distance to one satellite, metres (UERE); times the receiver's HDOP it"
                    + " is the error of a fix. An assumption: no sentence that is read tells it",
            min = "0.01",
            max = "100",
            required = false)
    double uere() default 5;

    @AttributeDefinition(
            name = "Stale after",
            description = "Without a fix for longer the receiver is degraded, milliseconds",
            min = "100",
            max = "600000",
            required = false)
    int stale() default 3000;
}
