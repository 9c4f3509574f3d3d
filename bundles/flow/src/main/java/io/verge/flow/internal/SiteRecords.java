package io.verge.flow.internal;

import io.verge.api.app.AppReport;
import io.verge.api.app.Apps;
import io.verge.api.device.Device;
import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outbox;
import io.verge.api.road.RoadUserType;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.json.RecordJson;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Records for the cloud, once a second: in the lane {@link Lane#STATE} how a device or an app is, when that has changed (stream {@code status},
 * key {@code device/NAME} or {@code app/NAME}), and in the lane {@link Lane#TELEMETRY} who is on the road (stream {@code traffic}). Runs where
 * there is an outbox.
 */
@Component(service = SceneListener.class, immediate = true)
public final class SiteRecords implements SceneListener {
    private static final int SECONDS = 1;

    private final Outbox outbox;
    private final Apps apps;
    private final Clock clock;
    private final Stage stage;
    private final List<Device> devices = new CopyOnWriteArrayList<>();
    /** By key, what was told last; of the stage. */
    private final Map<String, Status> told = new HashMap<>();

    private volatile @Nullable Scene newest;

    @Activate
    public SiteRecords(
            @Reference Outbox outbox, @Reference Apps apps, @Reference Clock clock, @Reference Stages stages) {
        this.outbox = outbox;
        this.apps = apps;
        this.clock = clock;
        stage = stages.open("records", 1);
        stage.every(Duration.ofSeconds(SECONDS), this::tick);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDevice(Device device) {
        devices.add(device);
    }

    void removeDevice(Device device) {
        devices.remove(device);
    }

    @Override
    public void onScene(Scene scene) {
        newest = scene;
    }

    @Deactivate
    void close() {
        stage.close();
    }

    private void tick() {
        Set<String> parts = new HashSet<>();
        for (Device device : devices) {
            tell(parts, "device/" + device.id(), device.status().status());
        }
        for (AppReport app : apps.apps()) {
            tell(parts, "app/" + app.name(), app.status());
        }
        told.keySet().retainAll(parts);
        Scene scene = newest;
        newest = null; // a scene stands for one second; without a new one nothing is known
        if (scene != null) {
            offer(Lane.TELEMETRY, "traffic", null, traffic(scene));
        }
    }

    private void tell(Set<String> parts, String part, Status status) {
        parts.add(part);
        if (!status.equals(told.put(part, status))) {
            offer(Lane.STATE, "status", part, RecordJson.status(part, status));
        }
    }

    private static byte[] traffic(Scene scene) {
        Map<RoadUserType, Integer> types = new EnumMap<>(RoadUserType.class);
        for (RoadUser user : scene.roadUsers()) {
            types.merge(user.type(), 1, Integer::sum);
        }
        return RecordJson.traffic(types, scene.events().size(), SECONDS);
    }

    private void offer(Lane lane, String stream, @Nullable String key, byte[] content) {
        outbox.offer(new CloudRecord(lane, stream, key, clock.now(), null, ByteBuffer.wrap(content)))
                .exceptionally(dropped -> null); // counted by the outbox
    }
}
