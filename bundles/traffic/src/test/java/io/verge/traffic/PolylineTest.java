package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Position;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PolylineTest {
    /** North 100 m, then east 50 m. */
    private static final Polyline BEND = line(0, 0, 0, 100, 50, 100);

    static Polyline line(double... coordinates) {
        List<Position> points = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            points.add(new Position(coordinates[i], coordinates[i + 1], 0));
        }
        return Polyline.of(points);
    }

    @Test
    void isAsLongAsItsSegments() {
        assertThat(BEND.length()).isEqualTo(150);
    }

    @Test
    void countsEqualNeighboursOnce() {
        assertThat(line(0, 0, 0, 0, 0, 100, 0, 100, 50, 100).points()).isEqualTo(3);
    }

    @Test
    void seesWhatIsToTheRightAsPositive() {
        assertThat(BEND.project(2, 40)).isEqualTo(new Place(40, 2, 2));
        assertThat(BEND.project(-2, 40)).isEqualTo(new Place(40, -2, 2));
        assertThat(BEND.project(30, 97)).isEqualTo(new Place(130, 3, 3));
    }

    @Test
    void measuresBesideItsEndFromItsExtension() {
        assertThat(BEND.project(3, -4)).isEqualTo(new Place(0, 3, 5));
        assertThat(BEND.project(54, 103)).isEqualTo(new Place(150, -3, 5));
    }

    @Test
    void measuresOutsideABendFromTheCorner() {
        assertThat(BEND.project(-3, 104)).isEqualTo(new Place(100, -5, 5));
    }

    @Test
    void goesStraightOnBeyondItsEnds() {
        assertThat(BEND.northAt(-10)).isEqualTo(-10);
        assertThat(BEND.eastAt(170)).isEqualTo(70);
        assertThat(BEND.headingAt(-10)).isEqualTo(0);
        assertThat(BEND.headingAt(170)).isEqualTo(90);
    }

    @Test
    void isJoinedWithAnother() {
        Polyline joined = BEND.then(line(50, 100, 50, 0));
        assertThat(joined.length()).isEqualTo(250);
        assertThat(joined.headingAt(200)).isEqualTo(180);
    }

    @Test
    void refusesWhatIsNoLine() {
        assertThatIllegalArgumentException().isThrownBy(() -> line(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> line(1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> line(1, 1, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> line(1, 1, Double.POSITIVE_INFINITY, 1));
    }

    @Property
    void findsNoPlaceNearerThanTheProjection(
            @ForAll @Size(min = 4, max = 12) List<@DoubleRange(min = -100, max = 100) Double> coordinates,
            @ForAll @DoubleRange(min = -150, max = 150) double east,
            @ForAll @DoubleRange(min = -150, max = 150) double north) {
        Polyline line = ofAny(coordinates);
        Place place = line.project(east, north);
        double reached = Math.hypot(line.eastAt(place.along()) - east, line.northAt(place.along()) - north);
        assertThat(place.distance()).isEqualTo(reached, within(1e-6));
        for (double along = 0; along <= line.length(); along += line.length() / 200) {
            double other = Math.hypot(line.eastAt(along) - east, line.northAt(along) - north);
            assertThat(other).isGreaterThanOrEqualTo(place.distance() - 1e-6);
        }
        assertThat(Math.abs(place.across())).isLessThanOrEqualTo(place.distance() + 1e-6);
    }

    @Property
    void findsBackWhatIsBesideAStraightLine(
            @ForAll @DoubleRange(min = -100, max = 100) double east,
            @ForAll @DoubleRange(min = -100, max = 100) double north,
            @ForAll @DoubleRange(min = 0, max = 360) double heading,
            @ForAll @DoubleRange(min = 1, max = 99) double along,
            @ForAll @DoubleRange(min = -20, max = 20) double across) {
        double sin = Math.sin(Math.toRadians(heading));
        double cos = Math.cos(Math.toRadians(heading));
        Polyline line = line(east, north, east + 100 * sin, north + 100 * cos);
        Place place = line.project(east + along * sin + across * cos, north + along * cos - across * sin);
        assertThat(place.along()).isEqualTo(along, within(1e-6));
        assertThat(place.across()).isEqualTo(across, within(1e-6));
    }

    private static Polyline ofAny(List<Double> coordinates) {
        double[] all = new double[coordinates.size() / 2 * 2 + 2];
        for (int i = 0; i < all.length - 2; i++) {
            all[i] = coordinates.get(i);
        }
        all[all.length - 2] = 200; // never all points alike
        return line(all);
    }
}
