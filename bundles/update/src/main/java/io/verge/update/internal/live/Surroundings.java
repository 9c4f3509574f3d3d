package io.verge.update.internal.live;

import io.verge.api.app.AppReport;
import io.verge.api.app.Apps;
import io.verge.api.device.Device;
import io.verge.api.log.LogLine;
import io.verge.api.log.Logs;
import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import io.verge.api.time.Clock;
import io.verge.api.time.Latency;
import io.verge.api.time.LatencyReport;
import io.verge.api.update.Objector;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The parts of the agent that an update looks at; each may come and go, and most are not there in safe mode. Any thread. */
@Component(service = {Surroundings.class, SceneListener.class})
public final class Surroundings implements SceneListener {
    private final Clock clock;
    private final NavigableMap<String, Device> devices = new ConcurrentSkipListMap<>();
    private final List<Objector> objectors = new CopyOnWriteArrayList<>();
    private volatile @Nullable Seen last;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Apps apps;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Latency latency;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Logs logs;

    private record Seen(Scene scene, long nanos) {}

    @Activate
    public Surroundings(@Reference Clock clock) {
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDevice(Device device) {
        devices.put(device.id(), device);
    }

    void removeDevice(Device device) {
        devices.remove(device.id(), device);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addObjector(Objector objector) {
        objectors.add(objector);
    }

    void removeObjector(Objector objector) {
        objectors.remove(objector);
    }

    @Override
    public void onScene(Scene scene) {
        last = new Seen(scene, clock.nanoTime());
    }

    /** The last scene; empty when it is older than this. */
    Optional<Scene> scene(Duration notOlder) {
        Seen seen = last;
        return seen == null || clock.nanoTime() - seen.nanos() > notOlder.toNanos()
                ? Optional.empty()
                : Optional.of(seen.scene());
    }

    /** By id. */
    List<Device> devices() {
        return List.copyOf(devices.values());
    }

    List<Objector> objectors() {
        return List.copyOf(objectors);
    }

    List<AppReport> apps() {
        Apps running = apps;
        return running == null ? List.of() : running.apps();
    }

    /** Of the whole way from the device to the radio; empty when nothing has gone it. */
    Optional<LatencyReport> wholeWay() {
        Latency meter = latency;
        List<LatencyReport> reports = meter == null ? List.of() : meter.reports();
        return reports.stream()
                .filter(report -> report.hop().equals(Latency.TOTAL))
                .findFirst();
    }

    /** The lines of the log after one that is known. */
    List<LogLine> log(long after) {
        Logs kept = logs;
        return kept == null ? List.of() : kept.since(after, Integer.MAX_VALUE);
    }
}
