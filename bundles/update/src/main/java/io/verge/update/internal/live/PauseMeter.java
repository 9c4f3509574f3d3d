package io.verge.update.internal.live;

import io.verge.api.observation.Observation;
import io.verge.api.observation.ObservationListener;
import io.verge.api.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Measures from the stop of a driver to the first that its devices say after it. Any thread. */
final class PauseMeter implements ObservationListener {
    private final Clock clock;
    private final Figures figures;
    /** By device: since when it is not heard, ns. */
    private final Map<String, Long> silent = new ConcurrentHashMap<>();

    PauseMeter(Clock clock, Figures figures) {
        this.clock = clock;
        this.figures = figures;
    }

    /** Their driver has just been stopped: what they say from now on comes by the next one. */
    void stopped(Collection<String> devices) {
        long now = clock.nanoTime();
        devices.forEach(device -> silent.put(device, now));
    }

    /** Devices that have not been heard again. */
    Set<String> silent() {
        return Set.copyOf(silent.keySet());
    }

    @Override
    public void observed(Observation observation) {
        if (silent.isEmpty()) {
            return;
        }
        Long since = silent.remove(observation.device());
        if (since != null) {
            figures.paused(observation.device(), Duration.ofNanos(clock.nanoTime() - since));
        }
    }
}
