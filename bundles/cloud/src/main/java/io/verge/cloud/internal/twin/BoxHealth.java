package io.verge.cloud.internal.twin;

import io.verge.api.app.AppReport;
import io.verge.api.app.Apps;
import io.verge.api.device.Device;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The devices and apps of this box. */
@Component(service = BoxHealth.class)
public final class BoxHealth implements Health {
    private final NavigableMap<String, Device> devices = new ConcurrentSkipListMap<>();
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Apps apps;

    @Activate
    public BoxHealth(@Reference Clock clock) {
        this.clock = clock;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addDevice(Device device) {
        devices.put(device.id(), device);
    }

    public void removeDevice(Device device) {
        devices.remove(device.id(), device);
    }

    @Override
    public SortedMap<String, Status> now() {
        SortedMap<String, Status> all = new TreeMap<>();
        devices.forEach((id, device) -> all.put(Keys.DEVICES + "." + id, status(device)));
        Apps present = apps;
        if (present != null) {
            for (AppReport app : present.apps()) {
                all.put(Keys.APPS + "." + app.name(), app.status());
            }
        }
        return all;
    }

    /** A driver that cannot even say how it is has failed. */
    private Status status(Device device) {
        try {
            return device.status().status();
        } catch (RuntimeException e) {
            return Status.of(State.FAILED, clock.now(), "driver", "its driver failed: " + e, "update the driver");
        }
    }
}
