package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.Radio;
import io.verge.api.app.Need;
import io.verge.api.device.Device;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.observation.CorrectionsReceived;
import io.verge.api.observation.SignalFrame;
import io.verge.api.signal.SignalController;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.api.status.State;
import io.verge.api.time.Stamps;
import io.verge.testkit.Crossing;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputsTest {
    private final ManualClock clock = ManualClock.standing();
    private final Inputs inputs = new Inputs(clock);

    private @Nullable Lack lacking(Need... needs) {
        return inputs.lacking(Set.of(needs));
    }

    private Lack lack(Need... needs) {
        return Objects.requireNonNull(lacking(needs), "nothing lacks");
    }

    private State state(Need... needs) {
        Lack lack = lacking(needs);
        return lack == null ? State.OK : lack.state();
    }

    private void losePatience() {
        clock.advance(Inputs.PATIENCE);
    }

    private static Site site(Optional<SiteMap> map) {
        return new Place(map);
    }

    private record Place(Optional<SiteMap> map) implements Site {
        @Override
        public String box() {
            return "box";
        }

        @Override
        public SiteFrame frame() {
            return Crossing.frame();
        }
    }

    private static Site bare(Crosswalk... crosswalks) {
        return site(Optional.of(new SiteMap(0, 1, "Bare", 1, List.of(), List.of(), List.of(crosswalks), Set.of())));
    }

    private static Crosswalk zebra() {
        return new Crosswalk(5, 1, 4, List.of(new Position(0, 0, 0), new Position(9, 0, 0)), null);
    }

    private static List<String> names(Class<?>... interfaces) {
        return List.of(interfaces).stream().map(Class::getName).toList();
    }

    @Test
    void aFullMapHasAllThatAMapCanGive() {
        inputs.site(Crossing.site(Crossing.map()));

        assertThat(lacking(Need.MAP, Need.CROSSWALKS, Need.SIGNAL_GROUPS)).isNull();
    }

    @Test
    void aSiteWithoutMapMakesItNotPossibleAtOnce() {
        inputs.site(site(Optional.empty()));

        assertThat(state(Need.MAP)).isEqualTo(State.NOT_POSSIBLE);
    }

    @Test
    void aSiteThatIsNotKnownYetIsWaitedFor() {
        assertThat(state(Need.MAP)).isEqualTo(State.STARTING);
        losePatience();
        assertThat(state(Need.MAP)).isEqualTo(State.NOT_POSSIBLE);
    }

    @Test
    void aMapWithoutCrosswalksOrSignalGroupsSaysWhichItLacks() {
        inputs.site(bare());
        assertThat(lack(Need.CROSSWALKS).trouble().code()).isEqualTo("no-crosswalks");
        assertThat(lack(Need.SIGNAL_GROUPS).trouble().code()).isEqualTo("no-signal-groups");
        assertThat(state(Need.CROSSWALKS)).isEqualTo(State.NOT_POSSIBLE);

        inputs.site(bare(zebra()));
        assertThat(lacking(Need.CROSSWALKS)).isNull();
        assertThat(state(Need.SIGNAL_GROUPS)).isEqualTo(State.NOT_POSSIBLE);
    }

    @Test
    void withoutMapItIsTheMapThatLacksAndOnce() {
        inputs.site(site(Optional.empty()));
        Lack lack = lack(Need.MAP, Need.CROSSWALKS, Need.SIGNAL_GROUPS);

        assertThat(lack.trouble().code()).isEqualTo("no-map");
        assertThat(lack.trouble().cause()).isEqualTo("it needs a map of the crossing, and the site has none");
    }

    @ParameterizedTest
    @EnumSource(names = {"ROAD_USERS", "SIGNALS", "CORRECTIONS", "RADIO", "SIGNAL_CONTROL"})
    void whatDevicesGiveIsWaitedForThirtySecondsLong(Need need) {
        clock.advance(Inputs.PATIENCE.minusMillis(1));
        assertThat(state(need)).isEqualTo(State.STARTING);
        clock.advance(Duration.ofMillis(1));
        assertThat(state(need)).isEqualTo(State.NOT_POSSIBLE);
    }

    @Test
    void settingTheBoxsTimeDoesNotCutTheWaiting() {
        clock.set(clock.now().plusSeconds(3600));
        assertThat(state(Need.ROAD_USERS)).isEqualTo(State.STARTING);
    }

    @Test
    void aDeviceThatIsAddedIsWaitedForAnew() {
        losePatience();
        inputs.add(1L, names(Device.class));

        assertThat(state(Need.ROAD_USERS)).isEqualTo(State.STARTING);
    }

    @Test
    void saysWhetherThereIsNoDeviceOrASilentOne() {
        losePatience();
        assertThat(lack(Need.ROAD_USERS).trouble().cause()).endsWith("no device is configured");
        inputs.add(1L, names(Device.class));
        assertThat(lack(Need.ROAD_USERS).trouble().cause()).endsWith("none has spoken yet");
        losePatience();
        assertThat(lack(Need.ROAD_USERS).trouble().cause()).endsWith("no radar or camera has spoken since the start");
    }

    @Test
    void whoHasSpokenIsThereAlsoAfterTheWaiting() {
        losePatience();
        inputs.observed(new SignalFrame("signal", Scenery.TIME, Stamps.NONE, Set.of(), List.of()));
        inputs.observed(new CorrectionsReceived("caster", Scenery.TIME, Stamps.NONE, 1005, ByteBuffer.allocate(9)));

        assertThat(lacking(Need.SIGNALS, Need.CORRECTIONS)).isNull();
    }

    @Test
    void aRadioAndAControllerHaveOnlyToBeThere() {
        inputs.add(1L, names(Device.class, Radio.class));
        inputs.add(2L, names(Device.class, SignalController.class));
        assertThat(lacking(Need.RADIO, Need.SIGNAL_CONTROL)).isNull();

        inputs.remove(2L);
        assertThat(lack(Need.SIGNAL_CONTROL).trouble().code()).isEqualTo("no-signal-control");
    }

    @Test
    void allThatLacksIsNamedWhatTheSiteDoesNotHaveFirst() {
        inputs.site(site(Optional.empty()));
        Lack lack = lack(Need.ROAD_USERS, Need.MAP, Need.SIGNALS);

        assertThat(lack.state()).isEqualTo(State.NOT_POSSIBLE);
        assertThat(lack.trouble().code()).isEqualTo("no-map");
        assertThat(lack.trouble().cause())
                .startsWith("it needs a map of the crossing, and the site has none; ")
                .contains("a sensor that detects road users", "a signal controller");
        assertThat(lack.trouble().remedy()).contains("map:", "radar or camera", "the controller");
    }
}
