package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Headings;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.scene.RoadUser;
import io.verge.testkit.Crossing;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private final Trajectory a = new Trajectory(50);
    private final Trajectory b = new Trajectory(50);

    @Test
    void takesTheMeasuredSize() {
        assertThat(Bodies.length(Crossing.car(1))).isEqualTo(4.5);
        assertThat(Bodies.width(Crossing.car(1))).isEqualTo(1.8);
    }

    @Test
    void takesTheTypicalSizeOfWhatWasNotMeasured() {
        RoadUser bus = Users.user(RoadUserType.BUS, 0, 0, 0, 0, null);
        assertThat(Bodies.length(bus)).isEqualTo(12);
        assertThat(Bodies.length(sized(bus, new Size(Double.NaN, 2.4, Double.NaN))))
                .isEqualTo(12);
        assertThat(Bodies.width(sized(bus, new Size(Double.NaN, 2.4, Double.NaN))))
                .isEqualTo(2.4);
    }

    @Test
    void touchesOnlyWithTheMarginWhatIsBeside() {
        assertThat(Bodies.overlap(0, 0, 0, 4, 2, 2.5, 0, 0, 4, 2, 0)).isFalse();
        assertThat(Bodies.overlap(0, 0, 0, 4, 2, 2.5, 0, 0, 4, 2, 0.6)).isTrue();
    }

    @Property
    void overlapsWhereTheAreasDo(
            @ForAll @DoubleRange(min = -8, max = 8) double east,
            @ForAll @DoubleRange(min = -8, max = 8) double north,
            @ForAll @DoubleRange(min = 0, max = 360) double heading1,
            @ForAll @DoubleRange(min = 0, max = 360) double heading2,
            @ForAll @DoubleRange(min = 0.5, max = 12) double length,
            @ForAll @DoubleRange(min = 0.5, max = 3) double width) {
        Area common = area(0, 0, heading1, 4.5, 1.8);
        common.intersect(area(east, north, heading2, length, width));
        double gap = Bodies.gap(
                east, north, Math.toRadians(heading1), 2.25, 0.9, Math.toRadians(heading2), length / 2, width / 2);
        Assume.that(Math.abs(gap) > 1e-6); // what just touches is a matter of rounding
        assertThat(Bodies.overlap(0, 0, heading1, 4.5, 1.8, east, north, heading2, length, width, 0))
                .isEqualTo(!common.isEmpty());
    }

    private static Area area(double east, double north, double heading, double length, double width) {
        AffineTransform place = AffineTransform.getTranslateInstance(east, north);
        place.rotate(-Math.toRadians(heading));
        return new Area(place.createTransformedShape(new Rectangle2D.Double(-width / 2, -length / 2, width, length)));
    }

    @Test
    void meetsHeadOnWhenTheGapIsClosed() {
        a.straight(Users.car(0, 0, 0, 10));
        b.straight(Users.car(0, 54.6, 180, 15));
        // 50 m between the bumpers, 25 m/s.
        assertThat(Bodies.firstContact(a, b, 0)).isEqualTo(2.0, within(0.01));
        assertThat(Bodies.firstContact(b, a, 0)).isEqualTo(2.0, within(0.01));
    }

    @Test
    void doesNotStepOverWhatIsThinAndFast() {
        // Each sample is 6 m from the next and the walker half a metre wide: no sample lies in it.
        a.straight(Users.car(-63, 0, 90, 60));
        b.straight(sizedWalker(0));
        assertThat(Bodies.firstContact(a, b, 0)).isEqualTo((63 - 2.3 - 0.25) / 60, within(0.001));
    }

    @Test
    void meetsNobodyWhoPassesBefore() {
        a.straight(Users.car(0, -50, 0, 10));
        b.straight(Users.car(-20, 0, 90, 10));
        assertThat(Bodies.firstContact(a, b, 0)).isNaN();
    }

    @Test
    void touchesAtOnceWhoStandsInAnother() {
        a.straight(Users.car(0, 0, 0, 0));
        b.straight(Users.car(1, 1, 90, 0));
        assertThat(Bodies.firstContact(a, b, 0)).isZero();
    }

    @Test
    void meetsNobodyAtAnUnknownPlace() {
        a.straight(Users.car(0, 0, 0, 10));
        b.straight(Users.car(Double.NaN, 0, 0, 10));
        assertThat(Bodies.firstContact(a, b, 0)).isNaN();
        b.straight(Users.car(Double.POSITIVE_INFINITY, 0, 0, 10));
        assertThat(Bodies.firstContact(a, b, 0)).isNaN();
    }

    /** Against steps of a millisecond. */
    @Property(tries = 300)
    void findsTheContactThatSmallStepsFind(
            @ForAll @DoubleRange(min = -60, max = 60) double east,
            @ForAll @DoubleRange(min = -60, max = 60) double north,
            @ForAll @DoubleRange(min = 0, max = 360) double heading,
            @ForAll @DoubleRange(min = 0, max = 40) double speed,
            @ForAll @DoubleRange(min = -40, max = 40) double yawRate) {
        a.straight(Users.car(0, 0, 0, 12));
        b.turning(Users.car(east, north, heading, speed), yawRate);
        double small = contactBySmallSteps(0);
        double surely = contactBySmallSteps(0.03);
        double found = Bodies.firstContact(a, b, 0);
        if (Double.isNaN(surely)) {
            assertThat(found).isNaN();
        } else if (!Double.isNaN(found)) { // a gap of less than the margin is none of a contact
            assertThat(found).isGreaterThanOrEqualTo(surely - 0.002);
        }
        if (!Double.isNaN(small)) {
            assertThat(found).isLessThanOrEqualTo(small + 1e-9);
        }
    }

    private double contactBySmallSteps(double margin) {
        for (int i = 0; i < 5000; i++) {
            int step = i / 100;
            double share = i % 100 / 100.0;
            if (Bodies.overlap(
                    between(a.east(step), a.east(step + 1), share),
                    between(a.north(step), a.north(step + 1), share),
                    0,
                    a.length(),
                    a.width(),
                    between(b.east(step), b.east(step + 1), share),
                    between(b.north(step), b.north(step + 1), share),
                    b.heading(step) + share * Headings.turn(b.heading(step), b.heading(step + 1)),
                    b.length(),
                    b.width(),
                    margin)) {
                return i / 1000.0;
            }
        }
        return Double.NaN;
    }

    private static double between(double from, double to, double share) {
        return from + share * (to - from);
    }

    private static RoadUser sizedWalker(double east) {
        return sized(Users.user(RoadUserType.PEDESTRIAN, east, 0, 0, 0, null), new Size(0.5, 0.5, 1.7));
    }

    private static RoadUser sized(RoadUser user, Size size) {
        return new RoadUser(
                user.id(),
                user.type(),
                user.typeConfidence(),
                user.motion(),
                size,
                user.lane(),
                user.sources(),
                user.measuredAt(),
                user.selfReportId());
    }
}
