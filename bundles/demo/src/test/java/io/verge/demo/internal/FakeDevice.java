package io.verge.demo.internal;

import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.testkit.ManualClock;
import java.util.Map;
import java.util.TreeMap;

/** A device that is OK and counts, until the test says otherwise. */
class FakeDevice implements Device {
    private final ManualClock clock;
    private final String id;
    private final String counter;
    final Map<String, Long> counters = new TreeMap<>();
    Status status;
    long perSecond = 20;

    FakeDevice(ManualClock clock, String id, String counter) {
        this.clock = clock;
        this.status = Status.of(State.OK, clock.now());
        this.id = id;
        this.counter = counter;
    }

    void run() {
        counters.merge(counter, perSecond, Long::sum);
    }

    long count() {
        return counters.getOrDefault(counter, 0L);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceStatus status() {
        return new DeviceStatus(status, clock.now(), new TreeMap<>(counters), Map.of());
    }
}
