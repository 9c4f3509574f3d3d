package io.verge.driver.camera.must.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set of a MUST sensor. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(name = "MUST camera", description = "Objects that a MUST sensor sends in datagrams")
public @interface MustCameraConfig {
    @AttributeDefinition(name = "Name", description = "Name of the block; set by the profile")
    String id();

    @AttributeDefinition(
            name = "Port",
            description = "UDP port of this box to which the sensor sends",
            min = "1",
            max = "65535",
            required = false)
    int listen() default 4545;

    @AttributeDefinition(name = "East", description = "Place of the sensor in the site frame, metres")
    double mount_east();

    @AttributeDefinition(name = "North", description = "Place of the sensor in the site frame, metres")
    double mount_north();

    @AttributeDefinition(name = "Up", description = "Place of the sensor in the site frame, metres")
    double mount_up();

    @AttributeDefinition(
            name = "Azimuth",
            description = "Direction in which the sensor's y grows, degrees clockwise from true north")
    double mount_azimuth();

    @AttributeDefinition(
            name = "Tilt",
            description = "Of the direction of view, degrees, negative looks down; the objects are on the ground"
                    + " whatever it is",
            min = "-90",
            max = "90",
            required = false)
    double mount_tilt() default 0;

    @AttributeDefinition(
            name = "Frame per datagram",
            description = "Whether a frame ends with its datagram; else when a line of another instant comes",
            required = false)
    boolean framePerDatagram() default true;

    @AttributeDefinition(
            name = "Clock offset",
            description = "How far the sensor's clock may be off the box's, milliseconds",
            min = "0",
            max = "60000",
            required = false)
    int maxClockOffset() default 500;

    @AttributeDefinition(
            name = "Latency",
            description = "From what the sensor saw until its datagram is here, when its clock is off, milliseconds",
            min = "0",
            max = "5000",
            required = false)
    int latency() default 90;

    @AttributeDefinition(
            name = "Field of view",
            description = "Full horizontal angle, degrees",
            min = "1",
            max = "360",
            required = false)
    double fieldOfView() default 90;

    @AttributeDefinition(
            name = "Range",
            description = "How far it sees, metres",
            min = "1",
            max = "1000",
            required = false)
    double range() default 80;

    @AttributeDefinition(
            name = "Error along the line of sight",
            description = "1-sigma, metres per metre of distance",
            min = "0.0001",
            max = "1",
            required = false)
    double sigma_along() default 0.03;

    @AttributeDefinition(
            name = "Error across the line of sight",
            description = "1-sigma, metres per metre of distance",
            min = "0.0001",
            max = "1",
            required = false)
    double sigma_across() default 0.01;

    @AttributeDefinition(
            name = "Stale after",
            description = "Without a frame for longer the sensor is degraded, milliseconds; 0 is never, as it sends"
                    + " nothing while nobody is there",
            min = "0",
            max = "86400000",
            required = false)
    int stale() default 0;
}
