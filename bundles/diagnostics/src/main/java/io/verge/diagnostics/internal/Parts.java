package io.verge.diagnostics.internal;

import io.verge.api.air.Gate;
import io.verge.api.app.Apps;
import io.verge.api.app.Notices;
import io.verge.api.audit.Audit;
import io.verge.api.bundle.BundleGenerations;
import io.verge.api.bundle.Bundles;
import io.verge.api.cloud.Cloud;
import io.verge.api.cloud.Twin;
import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.log.Logs;
import io.verge.api.outbox.OutboxHealth;
import io.verge.api.scene.SensorHealth;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.api.update.Updates;
import io.verge.profile.Profiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The parts of the agent that can be looked at; each may come and go while the door stays open. */
@Component(service = Parts.class)
public final class Parts {
    /** The answer to who asks for bundles or updates without the bundle that has both. */
    static final String NO_UPDATER = "the updater is not running; see /why/io.verge.update";

    private final NavigableMap<String, Device> devices = new ConcurrentSkipListMap<>();
    /** {@code NAME@VERSION} of its bundle by device: two devices of one kind may have two. */
    private final Map<Device, String> drivers = Collections.synchronizedMap(new IdentityHashMap<>());

    private final Instant since;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Apps apps;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Gate gate;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Bundles bundles;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable BundleGenerations generations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Profiles profiles;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Logs logs;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Notices notices;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable OutboxHealth outbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Twin twin;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SensorHealth sensors;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Cloud cloud;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Updates updates;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Audit audit;

    @Activate
    public Parts(@Reference Clock clock) {
        since = clock.now();
    }

    @Reference(
            name = "Device",
            service = Device.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unbindDevice")
    void bindDevice(Device device, ServiceReference<Device> reference) {
        Bundle bundle = reference.getBundle();
        if (bundle != null) {
            drivers.put(device, bundle.getSymbolicName() + "@" + bundle.getVersion());
        }
        addDevice(device);
    }

    void unbindDevice(Device device) {
        removeDevice(device);
        drivers.remove(device);
    }

    void addDevice(Device device) {
        devices.put(device.id(), device);
    }

    void removeDevice(Device device) {
        devices.remove(device.id(), device);
    }

    /** {@code NAME@VERSION} of the bundle that a device is from; empty when that is not known. */
    String driver(Device device) {
        return drivers.getOrDefault(device, "");
    }

    /** By id. */
    List<Device> devices() {
        return Collections.unmodifiableList(new ArrayList<>(devices.values()));
    }

    /** How a device is: by itself, and when it sees well enough by itself, beside what the other sensors see. */
    DeviceStatus status(Device device) {
        DeviceStatus own = own(device);
        SensorHealth health = sensors;
        Status beside = health == null || !own.status().works() ? null : health.of(device.id());
        return beside == null ? own : new DeviceStatus(beside, own.lastFrame(), own.counters(), own.facts());
    }

    /** A driver that cannot even say how it is must not hide how the others are. */
    private DeviceStatus own(Device device) {
        try {
            return device.status();
        } catch (RuntimeException | Error e) {
            String cause = "its driver failed when it was asked: " + e;
            Status failed = Status.of(State.FAILED, since, "driver", cause, "stop and start the driver, or update it");
            return new DeviceStatus(failed, null, Map.of(), Map.of());
        }
    }

    Optional<Device> device(String id) {
        return Optional.ofNullable(devices.get(id));
    }

    Optional<Apps> apps() {
        return Optional.ofNullable(apps);
    }

    Optional<Gate> gate() {
        return Optional.ofNullable(gate);
    }

    Optional<Bundles> bundles() {
        return Optional.ofNullable(bundles);
    }

    Optional<BundleGenerations> generations() {
        return Optional.ofNullable(generations);
    }

    Optional<Profiles> profiles() {
        return Optional.ofNullable(profiles);
    }

    Optional<Logs> logs() {
        return Optional.ofNullable(logs);
    }

    Optional<Cloud> cloud() {
        return Optional.ofNullable(cloud);
    }

    Optional<Updates> updates() {
        return Optional.ofNullable(updates);
    }

    Optional<Notices> notices() {
        return Optional.ofNullable(notices);
    }

    Optional<OutboxHealth> outbox() {
        return Optional.ofNullable(outbox);
    }

    Optional<Audit> audit() {
        return Optional.ofNullable(audit);
    }

    Optional<Twin> twin() {
        return Optional.ofNullable(twin);
    }
}
