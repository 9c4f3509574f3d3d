package io.verge.driver.radar.ti.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What can be set of a TI mmWave radar. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "TI mmWave radar",
        description = "Points or targets of a radar with a TI mmWave chip, by its serial links, TCP or a recording")
public @interface TiRadarConfig {
    @AttributeDefinition(name = "Name", description = "Name of the block; set by the profile")
    String id();

    @AttributeDefinition(
            name = "Data port",
            description = "Serial port or tcp://host:port of the data link; empty when a file is read",
            required = false)
    String port() default "";

    @AttributeDefinition(
            name = "Recording",
            description = "File with the octets of the data link, may end in .gz; empty for a live radar",
            required = false)
    String file() default "";

    @AttributeDefinition(
            name = "Data rate",
            description = "Of a serial data link, baud",
            min = "9600",
            max = "4000000",
            required = false)
    int baud() default 921_600;

    @AttributeDefinition(
            name = "Configuration port",
            description = "Serial port or tcp://host:port of the configuration link; empty when the radar is"
                    + " configured already",
            required = false)
    String cli() default "";

    @AttributeDefinition(
            name = "Configuration rate",
            description = "Of a serial configuration link, baud",
            min = "9600",
            max = "4000000",
            required = false)
    int cliBaud() default 115_200;

    @AttributeDefinition(
            name = "Radar profile",
            description = "Path of the .cfg file that is sent on the configuration link; tells the frame period",
            required = false)
    String profile() default "";

    @AttributeDefinition(
            name = "Frame period",
            description = "Milliseconds; the radar profile's own goes before it",
            min = "1",
            max = "60000",
            required = false)
    int framePeriod() default 50;

    @AttributeDefinition(
            name = "Paced",
            description = "Whether a recording is read one frame a period; else as fast as possible",
            required = false)
    boolean pace() default false;

    @AttributeDefinition(
            name = "Use",
            description = "What becomes detections: points, or the targets of the radar's own tracker",
            options = {
                @Option(label = "Reflections", value = "points"),
                @Option(label = "Targets of the radar's tracker", value = "targets")
            },
            required = false)
    String use() default "points";

    @AttributeDefinition(name = "East", description = "Place of the radar in the site frame, metres")
    double mount_east();

    @AttributeDefinition(name = "North", description = "Place of the radar in the site frame, metres")
    double mount_north();

    @AttributeDefinition(name = "Up", description = "Place of the radar in the site frame, metres")
    double mount_up();

    @AttributeDefinition(name = "Azimuth", description = "Direction of view, degrees clockwise from true north")
    double mount_azimuth();

    @AttributeDefinition(
            name = "Tilt",
            description = "Of the direction of view, degrees, negative looks down",
            min = "-90",
            max = "90",
            required = false)
    double mount_tilt() default 0;

    @AttributeDefinition(
            name = "Field of view",
            description = "Full horizontal angle, degrees",
            min = "1",
            max = "360",
            required = false)
    double fieldOfView() default 120;

    @AttributeDefinition(
            name = "Range",
            description = "How far it sees, metres",
            min = "1",
            max = "1000",
            required = false)
    double range() default 70;

    @AttributeDefinition(
            name = "Error of the range",
            description = "1-sigma, metres",
            min = "0.001",
            max = "100",
            required = false)
    double sigma_range() default 0.4;

    @AttributeDefinition(
            name = "Error of the azimuth",
            description = "1-sigma, degrees",
            min = "0.001",
            max = "90",
            required = false)
    double sigma_azimuth() default 2;

    @AttributeDefinition(
            name = "Error of the radial speed",
            description = "1-sigma, m/s",
            min = "0.001",
            max = "100",
            required = false)
    double sigma_radialSpeed() default 0.3;

    @AttributeDefinition(
            name = "Latency",
            description = "From what a frame shows until its last octet is here, milliseconds",
            min = "0",
            max = "1000",
            required = false)
    int latency() default 0;

    @AttributeDefinition(
            name = "Stale after",
            description = "Without a frame for longer the radar is degraded, milliseconds; 0 is three frame periods",
            min = "0",
            max = "600000",
            required = false)
    int stale() default 0;
}
