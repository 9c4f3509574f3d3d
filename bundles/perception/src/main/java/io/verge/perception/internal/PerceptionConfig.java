package io.verge.perception.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * What can be set of perception. Every value has a default that suits a crossing with radars and cameras at its corners. Retained at
 * run time so that tests use the very defaults.
 */
@Retention(RetentionPolicy.RUNTIME)
@ObjectClassDefinition(name = "Perception", description = "Tracking and fusion of what all sensors see")
public @interface PerceptionConfig {
    @AttributeDefinition(name = "Queue", description = "observations that may wait for the scene", min = "1")
    int capacity() default 64;

    @AttributeDefinition(
            name = "Scene interval, ms",
            description = "a scene is published at least so often, also without any sensor",
            min = "20",
            max = "1000")
    int interval() default 100;

    @AttributeDefinition(
            name = "Most tracks",
            description = "followed at once; more are not begun",
            min = "10",
            max = "5000")
    int tracks_max() default 500;

    @AttributeDefinition(
            name = "Most detections",
            description = "of one frame; more are passed over",
            min = "10",
            max = "5000")
    int detections_max() default 256;

    @AttributeDefinition(
            name = "Rewind, ms",
            description = "a frame sensed so much earlier than the newest is still put where it belongs; older ones are"
                    + " dropped",
            min = "0",
            max = "1000")
    int rewind() default 300;

    @AttributeDefinition(
            name = "Future, ms",
            description = "a frame whose time is so much later than the box's clock is dropped",
            min = "0",
            max = "5000")
    int future() default 200;

    @AttributeDefinition(
            name = "Gate",
            description = "greatest squared distance, in standard deviations, between a track and its measurement",
            min = "4",
            max = "100")
    double gate() default 20;

    @AttributeDefinition(
            name = "Acceleration noise of vehicles along their way, m2/s3",
            description = "by so much the variance of the speed grows in a second",
            min = "0.01",
            max = "20")
    double noise_along() default 1;

    @AttributeDefinition(
            name = "Acceleration noise of vehicles across their way, m2/s3",
            description = "as above, for turning",
            min = "0.01",
            max = "20")
    double noise_across() default 0.5;

    @AttributeDefinition(
            name = "Acceleration noise of who walks, m2/s3",
            description = "in all directions",
            min = "0.01",
            max = "20")
    double noise_walker() default 0.2;

    @AttributeDefinition(
            name = "Camera error along the line of sight, m",
            description = "at no distance; the sensor's own figure adds what grows with distance",
            min = "0",
            max = "5")
    double camera_along() default 0.25;

    @AttributeDefinition(
            name = "Camera error across the line of sight, m",
            description = "at no distance; the sensor's own figure adds what grows with distance",
            min = "0",
            max = "5")
    double camera_across() default 0.1;

    @AttributeDefinition(
            name = "Camera error, roundness",
            description = "0 when a camera errs along and across its line of sight as it states, 1 when equally in all"
                    + " directions",
            min = "0",
            max = "1")
    double camera_round() default 0.8;

    @AttributeDefinition(
            name = "Spread of reflections",
            description = "1-sigma distance of the reflecting point from the centre, as a part of the body's length",
            min = "0",
            max = "0.5")
    double spread() default 0.17;

    @AttributeDefinition(
            name = "Spread of reflections across",
            description = "part of that variance across the body: 0 when reflections lie along its middle line, 1 when"
                    + " as far aside",
            min = "0",
            max = "1")
    double spread_across() default 0.4;

    @AttributeDefinition(
            name = "Radar clutter",
            description = "false detections in a radar frame",
            min = "0.01",
            max = "100")
    double clutter_radar() default 2;

    @AttributeDefinition(
            name = "Camera clutter",
            description = "false detections in a frame of a camera or lidar",
            min = "0.01",
            max = "100")
    double clutter_camera() default 0.2;

    @AttributeDefinition(
            name = "Detection by radar",
            description = "probability that a radar detects what moves in its view",
            min = "0.1",
            max = "0.99")
    double seen_radar() default 0.9;

    @AttributeDefinition(
            name = "Detection by camera",
            description = "probability that a camera or lidar detects what is in its view",
            min = "0.1",
            max = "0.99")
    double seen_camera() default 0.85;

    @AttributeDefinition(
            name = "Detection of what stands",
            description = "probability that a radar detects what does not move: its clutter filter takes the rest",
            min = "0.01",
            max = "0.99")
    double seen_standing() default 0.5;

    @AttributeDefinition(
            name = "Birth, radar",
            description = "probability that a radar detection that fits no track is a new road user",
            min = "0.001",
            max = "0.9")
    double birth_radar() default 0.02;

    @AttributeDefinition(
            name = "Birth, camera",
            description = "probability that a camera or lidar detection that fits no track is a new road user",
            min = "0.001",
            max = "0.9")
    double birth_camera() default 0.1;

    @AttributeDefinition(
            name = "Confirmation",
            description = "probability of existence from which a track is shown",
            min = "0.5",
            max = "0.9999")
    double confirm_probability() default 0.98;

    @AttributeDefinition(name = "Confirmation, detections", description = "needed at least", min = "1", max = "20")
    int confirm_hits() default 4;

    @AttributeDefinition(
            name = "Detection of what is hidden",
            description = "part of the probability of detection that is left when something stands between",
            min = "0",
            max = "1")
    double seen_hidden() default 0.03;

    @AttributeDefinition(
            name = "Weight of a miss",
            description = "how much a missing detection of a confirmed track counts: misses come in rows",
            min = "0.05",
            max = "1")
    double miss() default 0.3;

    @AttributeDefinition(
            name = "Coasting of the tentative, ms",
            description = "a track that is not confirmed ends so long after its last measurement",
            min = "100",
            max = "10000")
    int coast_tentative() default 500;

    @AttributeDefinition(
            name = "Coasting of the confirmed, ms",
            description =
                    "a track that no sensor can see ends so long after its last measurement; one that could be seen"
                            + " much sooner",
            min = "100",
            max = "60000")
    int coast_confirmed() default 10000;

    @AttributeDefinition(
            name = "Coasting error, m",
            description = "a coasting track that is less certain (1 sigma) ends",
            min = "0.5",
            max = "20")
    double coast_error() default 5;

    @AttributeDefinition(
            name = "Coasting error shown, m",
            description =
                    "a coasting track that is less certain (1 sigma) leaves the scene, but keeps its id should it be"
                            + " found again",
            min = "0.3",
            max = "20")
    double coast_shown() default 1;

    @AttributeDefinition(
            name = "Found again",
            description = "logarithm of the density, 1/m2, of somebody lost appearing here, from which it is taken for"
                    + " the same and not for somebody new",
            min = "-20",
            max = "0")
    double lost_density() default -8;

    @AttributeDefinition(
            name = "Lost, ms",
            description = "who is lost is kept in mind so long, to be found again under its id",
            min = "0",
            max = "60000")
    int lost_memory() default 25000;

    @AttributeDefinition(
            name = "Type accuracy",
            description = "probability that a camera names the right type",
            min = "0.3",
            max = "0.99")
    double type_accuracy() default 0.9;

    @AttributeDefinition(
            name = "Type certainty",
            description = "a less probable type is published as unknown",
            min = "0",
            max = "1")
    double type_certainty() default 0.4;

    @AttributeDefinition(
            name = "Cluster distance, m",
            description = "returns of a radar that gives several for one body belong together when nearer than this",
            min = "0.2",
            max = "10")
    double cluster_distance() default 2;

    @AttributeDefinition(
            name = "Cluster speed, m/s",
            description = "and when their radial speeds differ by less than this",
            min = "0.1",
            max = "5")
    double cluster_speed() default 0.6;

    @AttributeDefinition(
            name = "Age of signals, ms",
            description = "older states leave the scene",
            min = "100",
            max = "10000")
    int signals_age() default 500;
}
