package io.verge.driver.camera.flir.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What can be set of a FLIR camera. Kept at run time so that a test can state one as an annotation. */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(
        name = "FLIR camera",
        description = "Tracks of a FLIR TrafiSense or ThermiCam AI camera by its WebSocket")
public @interface FlirCameraConfig {
    @AttributeDefinition(name = "Name", description = "Name of the block; set by the profile")
    String id();

    @AttributeDefinition(
            name = "Address",
            description = "Of the subscriptions, such as ws://10.0.0.9:8081/api/subscriptions")
    String url();

    @AttributeDefinition(name = "East", description = "Place of the camera in the site frame, metres")
    double mount_east();

    @AttributeDefinition(name = "North", description = "Place of the camera in the site frame, metres")
    double mount_north();

    @AttributeDefinition(name = "Up", description = "Place of the camera in the site frame, metres")
    double mount_up();

    @AttributeDefinition(name = "Azimuth", description = "Direction of view, degrees clockwise from true north")
    double mount_azimuth();

    @AttributeDefinition(
            name = "Tilt",
            description = "Of the direction of view, degrees, negative looks down; the tracks are on the ground"
                    + " whatever it is",
            min = "-90",
            max = "90",
            required = false)
    double mount_tilt() default 0;

    @AttributeDefinition(
            name = "Angles",
            description = "How the camera states the direction of a track: counter-clockwise from its right hand"
                    + " (unit-circle) or clockwise from its direction of view (compass)",
            options = {
                @Option(label = "Counter-clockwise from the right", value = "unit-circle"),
                @Option(label = "Clockwise from the direction of view", value = "compass")
            },
            required = false)
    String angles() default "unit-circle";

    @AttributeDefinition(
            name = "Rotation",
            description = "Added to the direction of each track, degrees clockwise",
            min = "-360",
            max = "360",
            required = false)
    double rotation() default 0;

    @AttributeDefinition(
            name = "By latitude and longitude",
            description = "Whether tracks are placed by latitude and longitude where the camera tells them; else by"
                    + " x and y",
            required = false)
    boolean useGeo() default false;

    @AttributeDefinition(
            name = "Clock offset",
            description = "How far the camera's clock may be off the box's, milliseconds",
            min = "0",
            max = "60000",
            required = false)
    int maxClockOffset() default 500;

    @AttributeDefinition(
            name = "Latency",
            description = "From what the camera saw until its message is here, when its clock is off, milliseconds",
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
    double range() default 60;

    @AttributeDefinition(
            name = "Error along the line of sight",
            description = "1-sigma, metres per metre of distance",
            min = "0.0001",
            max = "1",
            required = false)
    double sigma_along() default 0.0115;

    @AttributeDefinition(
            name = "Error across the line of sight",
            description = "1-sigma, metres per metre of distance",
            min = "0.0001",
            max = "1",
            required = false)
    double sigma_across() default 0.0115;

    @AttributeDefinition(
            name = "Stale after",
            description = "Without a frame for longer the camera is degraded, milliseconds; 0 is never, for a camera"
                    + " that is silent while nobody is there",
            min = "0",
            max = "86400000",
            required = false)
    int stale() default 0;

    @AttributeDefinition(
            name = "Reconnect after",
            description = "Without a frame for longer the connection is made again, seconds; 0 is never",
            min = "0",
            max = "86400",
            required = false)
    int reconnect() default 300;
}
