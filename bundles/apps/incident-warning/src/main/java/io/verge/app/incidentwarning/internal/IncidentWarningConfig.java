package io.verge.app.incidentwarning.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The block {@code incident-warning:} under {@code apps:}. */
@ObjectClassDefinition(
        name = "Incident warning",
        description = "Warns of stopped, slow, speeding and wrong-way vehicles, congestion, obstacles and animals")
public @interface IncidentWarningConfig {
    @AttributeDefinition(name = "Id", description = "the name of the block in the profile")
    String id();

    @AttributeDefinition(
            name = "Motorway",
            description =
                    "whether nobody on foot or on a bicycle may be here, and a vehicle that stands is found sooner",
            required = false)
    boolean motorway() default false;

    @AttributeDefinition(
            name = "Stopped speed",
            description = "slower than this a vehicle stands, m/s",
            min = "0.1",
            max = "5",
            required = false)
    double stoppedSpeed() default 1.5;

    @AttributeDefinition(
            name = "Stopped hold",
            description = "how long a vehicle must stand without a reason, ms",
            min = "1000",
            max = "600000",
            required = false)
    int stoppedHold() default 10_000;

    @AttributeDefinition(
            name = "Stopped hold on a motorway",
            description = "the same on a motorway, ms",
            min = "1000",
            max = "600000",
            required = false)
    int motorwayStoppedHold() default 5000;

    @AttributeDefinition(
            name = "Stopped hold of a bus",
            description = "the same of a bus, and of anyone on a bus lane, where stops are, ms",
            min = "1000",
            max = "1800000",
            required = false)
    int busHold() default 90_000;

    @AttributeDefinition(
            name = "Queue gap",
            description = "who has a standing vehicle ahead within this queues, m",
            min = "1",
            max = "100",
            required = false)
    double queueGap() default 15;

    @AttributeDefinition(
            name = "Stop line reach",
            description = "who stands within this of a stop line waits for the signal, m",
            min = "1",
            max = "100",
            required = false)
    double stopLineReach() default 20;

    @AttributeDefinition(
            name = "Patience",
            description = "giving way for longer is no reason, ms",
            min = "1000",
            max = "1800000",
            required = false)
    int patience() default 60_000;

    @AttributeDefinition(
            name = "Wrong-way angle",
            description = "from the direction of the lane, degrees",
            min = "91",
            max = "179",
            required = false)
    double wrongWayAngle() default 150;

    @AttributeDefinition(
            name = "Wrong-way speed",
            description = "that must be exceeded, m/s",
            min = "0.5",
            max = "20",
            required = false)
    double wrongWaySpeed() default 3;

    @AttributeDefinition(
            name = "Wrong-way hold",
            description = "how long, ms",
            min = "100",
            max = "60000",
            required = false)
    int wrongWayHold() default 2000;

    @AttributeDefinition(
            name = "Wrong-way distance",
            description = "how far, m",
            min = "1",
            max = "500",
            required = false)
    double wrongWayDistance() default 10;

    @AttributeDefinition(
            name = "Wrong-way probability",
            description = "of being on that lane, 0 to 1",
            min = "0",
            max = "1",
            required = false)
    double wrongWayProbability() default 0.9;

    @AttributeDefinition(
            name = "Overspeed factor",
            description = "of the speed limit; more by the margin is too fast",
            min = "1",
            max = "2",
            required = false)
    double overspeedFactor() default 1.1;

    @AttributeDefinition(name = "Overspeed margin", description = "m/s", min = "0", max = "20", required = false)
    double overspeedMargin() default 1;

    @AttributeDefinition(
            name = "Overspeed hold",
            description = "how long, ms",
            min = "100",
            max = "60000",
            required = false)
    int overspeedHold() default 1000;

    @AttributeDefinition(
            name = "Slow share",
            description = "of the mean speed of the lane, 0 to 1; less is slow",
            min = "0.05",
            max = "1",
            required = false)
    double slowShare() default 0.4;

    @AttributeDefinition(
            name = "Slow speed",
            description = "a vehicle that is faster is not slow, km/h",
            min = "5",
            max = "130",
            required = false)
    double slowSpeed() default 40;

    @AttributeDefinition(
            name = "Slow hold",
            description = "how long, ms",
            min = "100",
            max = "600000",
            required = false)
    int slowHold() default 5000;

    @AttributeDefinition(
            name = "Slow near stop line",
            description = "within this of a stop line nobody is slow, m",
            min = "0",
            max = "500",
            required = false)
    double slowStopLine() default 60;

    @AttributeDefinition(
            name = "Congestion share",
            description = "of the free speed, 0 to 1; a lower mean is congestion",
            min = "0.05",
            max = "1",
            required = false)
    double congestionShare() default 0.3;

    @AttributeDefinition(
            name = "Congestion density",
            description = "that must be exceeded, vehicles a kilometre and lane",
            min = "1",
            max = "200",
            required = false)
    double congestionDensity() default 25;

    @AttributeDefinition(
            name = "Congestion hold",
            description = "how long, ms",
            min = "1000",
            max = "1800000",
            required = false)
    int congestionHold() default 60_000;

    @AttributeDefinition(
            name = "Congestion release",
            description = "congestion ends when the mean is higher by this, km/h",
            min = "1",
            max = "100",
            required = false)
    double congestionRelease() default 10;

    @AttributeDefinition(
            name = "Missed greens",
            description = "at a signal, congestion is of vehicles that have waited through so many whole greens",
            min = "1",
            max = "10",
            required = false)
    int missedGreens() default 3;

    @AttributeDefinition(
            name = "Free speed",
            description = "of lanes whose limit the map does not say, km/h",
            min = "5",
            max = "200",
            required = false)
    double freeSpeed() default 50;

    @AttributeDefinition(
            name = "Segment",
            description = "of a lane that is looked at on its own, m",
            min = "20",
            max = "1000",
            required = false)
    double segment() default 100;

    @AttributeDefinition(
            name = "Walker hold",
            description = "how long somebody must be on the motorway, ms",
            min = "100",
            max = "60000",
            required = false)
    int walkerHold() default 1000;

    @AttributeDefinition(
            name = "Obstacle hold",
            description = "how long something must lie on a lane, ms",
            min = "100",
            max = "60000",
            required = false)
    int obstacleHold() default 3000;

    @AttributeDefinition(
            name = "Animal hold",
            description = "how long an animal must be on a lane, ms",
            min = "100",
            max = "60000",
            required = false)
    int animalHold() default 1000;

    @AttributeDefinition(
            name = "Period",
            description = "between two announcements of an event, ms",
            min = "100",
            max = "10000",
            required = false)
    int period() default 100;

    @AttributeDefinition(
            name = "Calm period",
            description = "the same of congestion, ms",
            min = "100",
            max = "10000",
            required = false)
    int calmPeriod() default 1000;
}
