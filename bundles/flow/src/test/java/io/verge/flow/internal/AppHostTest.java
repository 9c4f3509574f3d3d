package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.Radio;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.app.AppReport;
import io.verge.api.app.Need;
import io.verge.api.device.Device;
import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.observation.SignalFrame;
import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Outbox;
import io.verge.api.road.SensorKind;
import io.verge.api.scene.RoadEvent;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import io.verge.api.time.Stamps;
import io.verge.flow.internal.Scenery.TestApp;
import io.verge.flow.internal.Scenery.TestGate;
import io.verge.flow.internal.Scenery.TestSet;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AppHostTest {
    private final ManualClock clock = ManualClock.standing();
    private final ActiveEvents events = new ActiveEvents();
    private final AppHost host =
            new AppHost(new DirectStages(), clock, new LatencyMeter(), new TestGate(), new TestSet(clock), events);

    private AppReport only() {
        assertThat(host.apps()).hasSize(1);
        return host.apps().get(0);
    }

    private String lack() {
        host.onScene(Scenery.scene(1));
        Trouble trouble = only().status().trouble();
        return trouble == null ? "nothing" : trouble.code();
    }

    private static DetectionFrame detections() {
        Mount mount = new Mount(new Position(0, 0, 6), 0, 0);
        SensorError error = new SensorError.Polar(0.3, 1, 0.1);
        Sensor radar = new Sensor("radar", SensorKind.RADAR, mount, 90, 80, error);
        return new DetectionFrame(radar, Scenery.TIME, Stamps.NONE, 1, List.of());
    }

    private static SignalFrame signals() {
        return new SignalFrame("signal", Scenery.TIME, Stamps.NONE, Set.of(), List.of());
    }

    /** A site with or without a map. */
    private record Place(Optional<SiteMap> map) implements Site {
        @Override
        public String box() {
            return "box";
        }

        @Override
        public SiteFrame frame() {
            return new SiteFrame(new Wgs84(30, 114, 20));
        }
    }

    private static Site mapped() {
        return new Place(Optional.of(new SiteMap(0, 1, "Demo", 1, List.of(), List.of(), List.of(), Set.of())));
    }

    @Test
    void runsAppsByName() {
        host.addApp(new TestApp("b"));
        host.addApp(new TestApp("a"));

        assertThat(host.apps()).extracting(AppReport::name).containsExactly("a", "b");
    }

    @Test
    void givesEachAppTheScene() {
        TestApp one = new TestApp("one");
        TestApp two = new TestApp("two");
        host.addApp(one);
        host.addApp(two);
        host.onScene(Scenery.scene(1));

        assertThat(one.seen).hasSize(1);
        assertThat(two.seen).hasSize(1);
    }

    @Test
    void anAppThatThrowsDoesNotKeepTheSceneFromTheOthers() {
        TestApp two = new TestApp("two");
        host.addApp(new TestApp("one").does(out -> {
            throw new AssertionError("bad");
        }));
        host.addApp(two);
        host.onScene(Scenery.scene(1));

        assertThat(two.seen).hasSize(1);
    }

    @Test
    void anAppThatNeedsRoadUsersWaitsForASensor() {
        host.addApp(new TestApp("app", Need.ROAD_USERS));
        host.observed(signals());
        assertThat(lack()).isEqualTo("no-road-users");

        host.observed(detections());
        assertThat(lack()).isEqualTo("nothing");
    }

    @Test
    void anAppThatNeedsSignalsWaitsForAController() {
        host.addApp(new TestApp("app", Need.SIGNALS));
        host.observed(detections());
        assertThat(lack()).isEqualTo("no-signals");

        host.observed(signals());
        assertThat(lack()).isEqualTo("nothing");
    }

    @Test
    void anAppThatNeedsAMapIsNotContentWithASiteAlone() {
        host.addApp(new TestApp("app", Need.MAP));
        assertThat(lack()).isEqualTo("no-map");
        host.setSite(new Place(Optional.empty()));
        assertThat(lack()).isEqualTo("no-map");

        host.setSite(mapped());
        assertThat(lack()).isEqualTo("nothing");
    }

    @Test
    void aSiteThatWasReplacedIsNotTakenAway() {
        Site before = mapped();
        host.addApp(new TestApp("app", Need.MAP));
        host.setSite(before);
        host.setSite(mapped());
        host.unsetSite(before);

        assertThat(lack()).isEqualTo("nothing");
    }

    @Test
    void aSiteThatGoesTakesItsMapAlong() {
        Site site = mapped();
        host.addApp(new TestApp("app", Need.MAP));
        host.setSite(site);
        host.unsetSite(site);

        assertThat(lack()).isEqualTo("no-map");
    }

    @Test
    void needsThatThrowAreTheAppsFailure() {
        host.addApp(new TestApp("app") {
            @Override
            public Set<Need> needs() {
                throw new IllegalStateException("no");
            }
        });
        host.onScene(Scenery.scene(1));

        assertThat(only().status().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void anAppOfTheSameNameTakesThePlaceOfTheOneBefore() {
        TestApp before = new TestApp("app");
        TestApp after = new TestApp("app");
        host.addApp(before);
        host.addApp(after);
        host.removeApp(before); // the framework takes the old one away after the new one has come
        host.onScene(Scenery.scene(1));

        assertThat(before.seen).isEmpty();
        assertThat(after.seen).hasSize(1);
    }

    @Test
    void anAppThatWasRemovedIsNotRun() {
        TestApp app = new TestApp("app");
        host.addApp(app);
        host.removeApp(app);
        host.onScene(Scenery.scene(1));

        assertThat(app.seen).isEmpty();
        assertThat(host.apps()).isEmpty();
    }

    @Test
    void nothingIsRunWhenItIsClosed() {
        TestApp app = new TestApp("app");
        host.addApp(app);
        host.close();
        host.onScene(Scenery.scene(1));

        assertThat(app.seen).isEmpty();
    }

    @Test
    void anAppThatNeedsARadioWaitsForADeviceThatIsOne() {
        host.addApp(new TestApp("app", Need.RADIO));
        host.addDevice(registered(1, Device.class));
        assertThat(lack()).isEqualTo("no-radio");

        host.addDevice(registered(2, Device.class, Radio.class));
        assertThat(lack()).isEqualTo("nothing");

        host.removeDevice(registered(2, Device.class, Radio.class));
        assertThat(lack()).isEqualTo("no-radio");
    }

    private static Map<String, Object> registered(long id, Class<?>... interfaces) {
        String[] names = Stream.of(interfaces).map(Class::getName).toArray(String[]::new);
        return Map.of("service.id", id, "objectClass", names);
    }

    @Test
    void anEventOfAnAppIsInTheNextSceneAndInTheOutbox() {
        List<CloudRecord> records = new ArrayList<>();
        Outbox outbox = one -> {
            records.add(one);
            return CompletableFuture.completedStage(null);
        };
        host.setOutbox(outbox);
        host.addApp(new TestApp("app").does(out -> out.announce(Scenery.event("a", Phase.NEW))));
        host.onScene(Scenery.scene(1));

        assertThat(events.at(Scenery.TIME)).extracting(RoadEvent::id).containsExactly("a");
        assertThat(records).hasSize(1);
    }

    @Test
    void anEventGoesNowhereWhenTheOutboxIsGone() {
        List<CloudRecord> records = new ArrayList<>();
        Outbox outbox = one -> {
            records.add(one);
            return CompletableFuture.completedStage(null);
        };
        host.setOutbox(outbox);
        host.unsetOutbox(outbox);
        host.addApp(new TestApp("app").does(out -> out.announce(Scenery.event("a", Phase.NEW))));
        host.onScene(Scenery.scene(1));

        assertThat(records).isEmpty();
        assertThat(only().status().state()).isEqualTo(State.OK);
    }
}
