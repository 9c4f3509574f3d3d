package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ViewTest {
    @Property
    void isTheReverseOfTheMount(
            @ForAll @DoubleRange(min = -90, max = 90) double right,
            @ForAll @DoubleRange(min = 0, max = 90) double forward,
            @ForAll @DoubleRange(min = -20, max = 20) double up,
            @ForAll @DoubleRange(min = 0, max = 359) double azimuth,
            @ForAll @DoubleRange(min = -60, max = 60) double tilt) {
        Mount mount = new Mount(new Position(12, -7, 6), azimuth, tilt);
        Position site = mount.toSite(right, forward, up);
        View.Sight sight = new View(mount, 120, 200).of(site.east(), site.north(), site.up());
        assertThat(Math.abs(sight.right() - right) + Math.abs(sight.forward() - forward) + Math.abs(sight.up() - up))
                .isCloseTo(0, within(1e-9));
    }
}
