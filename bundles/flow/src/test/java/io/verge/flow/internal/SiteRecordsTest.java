package io.verge.flow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.app.AppReport;
import io.verge.api.app.Apps;
import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outbox;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SiteRecordsTest {
    private final List<CloudRecord> records = new ArrayList<>();
    private final Outbox outbox = one -> {
        records.add(one);
        return CompletableFuture.completedStage(null);
    };
    private final DirectStages stages = new DirectStages();
    private final List<AppReport> reports = new ArrayList<>();
    private final Apps apps = () -> reports;
    private final SiteRecords site = new SiteRecords(outbox, apps, ManualClock.standing(), stages);

    private Status radar = Status.of(State.OK, Scenery.TIME);

    @Test
    void howAPartIsIsToldWhenItHasChangedAndNotAgain() {
        site.addDevice(radar());
        stages.tick();
        stages.tick();
        radar = Status.of(State.DEGRADED, Scenery.TIME, "no-data", "nothing for 3 s", "look at the cable");
        stages.tick();

        assertThat(records).extracting(CloudRecord::lane).containsOnly(Lane.STATE);
        assertThat(records).extracting(CloudRecord::key).containsExactly("device/radar-ne", "device/radar-ne");
        assertThat(text(records.get(1))).contains("\"state\":\"DEGRADED\"", "\"code\":\"no-data\"");
    }

    @Test
    void anAppIsAPartToo() {
        reports.add(new AppReport("signal-phase", Status.of(State.OK, Scenery.TIME), null, Map.of()));
        stages.tick();

        assertThat(records).singleElement().satisfies(one -> {
            assertThat(one.stream()).isEqualTo("status");
            assertThat(one.key()).isEqualTo("app/signal-phase");
        });
    }

    @Test
    void whoIsOnTheRoadIsToldOnceASecondAsLongAsScenesCome() {
        site.onScene(Scenery.scene(1));
        site.onScene(Scenery.scene(2));
        stages.tick();
        stages.tick();

        assertThat(records).singleElement().satisfies(one -> {
            assertThat(one.lane()).isEqualTo(Lane.TELEMETRY);
            assertThat(one.stream()).isEqualTo("traffic");
            assertThat(text(one)).isEqualTo("{\"seconds\":1,\"roadUsers\":{},\"events\":0}");
        });
    }

    @Test
    void nothingIsToldWhenItHasEnded() {
        site.onScene(Scenery.scene(1));
        site.close();
        stages.tick();

        assertThat(records).isEmpty();
    }

    private Device radar() {
        return new Device() {
            @Override
            public String id() {
                return "radar-ne";
            }

            @Override
            public DeviceStatus status() {
                return new DeviceStatus(radar, null, Map.of(), Map.of());
            }
        };
    }

    private static String text(CloudRecord one) {
        return UTF_8.decode(one.content()).toString();
    }
}
