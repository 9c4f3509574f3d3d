package io.verge.app.signalpriority.internal;

import io.verge.api.device.DeviceStatus;
import io.verge.api.signal.SignalController;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A controller that notes what it is asked. */
final class TestController implements SignalController {
    final List<String> calls = new ArrayList<>();
    /** The groups that are asked for. */
    final Set<Integer> asked = new TreeSet<>();

    boolean refuses;

    @Override
    public void request(int signalGroup, boolean wanted) throws IOException {
        calls.add((wanted ? "ask " : "take back ") + signalGroup);
        if (refuses) {
            throw new IOException("it knows no priority");
        }
        if (wanted) {
            asked.add(signalGroup);
        } else {
            asked.remove(signalGroup);
        }
    }

    @Override
    public String id() {
        return "signal";
    }

    @Override
    public DeviceStatus status() {
        return new DeviceStatus(Status.of(State.OK, Instant.EPOCH), null, Map.of(), Map.of());
    }
}
