package io.verge.site.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import org.junit.jupiter.api.Test;

class Gcj02Test {
    private static final SiteFrame WUHAN = new SiteFrame(new Wgs84(30.5, 114.3, 21));

    /** The example that implementations of the formula agree on. */
    @Test
    void shiftsBeijingAsOthersDo() {
        Wgs84 shifted = Gcj02.of(new Wgs84(39.915, 116.404, 0));

        assertThat(shifted.latitude()).isCloseTo(39.91640428150164, within(1e-9));
        assertThat(shifted.longitude()).isCloseTo(116.41024449916938, within(1e-9));
    }

    @Test
    void aCrossingWhereTheBoxWouldBeShiftedToIsSuspected() {
        assertThat(Gcj02.suspected(WUHAN.toSite(Gcj02.of(WUHAN.origin())), WUHAN))
                .isTrue();
    }

    @Test
    void aCrossingAtTheBoxIsNot() {
        assertThat(Gcj02.suspected(new Position(40, -30, 0), WUHAN)).isFalse();
    }

    @Test
    void elsewhereOnEarthNothingIsShifted() {
        SiteFrame vienna = new SiteFrame(new Wgs84(48.2, 16.4, 0));
        assertThat(Gcj02.suspected(vienna.toSite(Gcj02.of(vienna.origin())), vienna))
                .isFalse();
    }
}
