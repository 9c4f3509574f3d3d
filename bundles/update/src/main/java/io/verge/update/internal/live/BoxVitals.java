package io.verge.update.internal.live;

import io.verge.api.log.LogLine;
import io.verge.api.time.Clock;
import io.verge.api.time.LatencyReport;
import io.verge.update.internal.LocalStore.Entry;
import io.verge.update.internal.LocalStore.Fate;
import io.verge.update.internal.Workshop;
import io.verge.update.internal.engine.Vitals;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * How well this box works: whether all runs that should, how many frames each device gives, how late messages are, and what the process
 * takes. A rate needs two looks, so {@link #look} is called from time to time, also while nothing is updated. Any thread.
 */
public final class BoxVitals implements Vitals {
    private static final Duration ERRORS_WITHIN = Duration.ofMinutes(1);

    private final Surroundings around;
    private final Workshop workshop;
    private final ServiceComponentRuntime components;
    private final Clock clock;
    private final Rates rates = new Rates();
    /** When each error of the last minute was seen, ns. */
    private final Deque<Long> errors = new ArrayDeque<>();

    private long lastLine = -1;

    /** Looks at nothing yet. */
    public BoxVitals(Surroundings around, Workshop workshop, ServiceComponentRuntime components, Clock clock) {
        this.around = around;
        this.workshop = workshop;
        this.components = components;
        this.clock = clock;
    }

    /** Remembers what is counted now, so that there are rates later. To be called every few seconds. */
    public synchronized void look() {
        long now = clock.nanoTime();
        rates.look(around.devices(), now);
        for (LogLine line : around.log(lastLine)) {
            lastLine = line.number();
            if (line.level().equals("ERROR")) {
                errors.addLast(now);
            }
        }
        while (!errors.isEmpty() && now - errors.getFirst() > ERRORS_WITHIN.toNanos()) {
            errors.removeFirst();
        }
    }

    @Override
    public synchronized Sample sample() {
        look();
        return new BoxSample(
                true,
                bundlesThatDoNotRun(),
                componentsThatDoNotRun(),
                around.devices().stream().map(device -> device.id()).collect(Collectors.toSet()),
                rates.now(),
                around.wholeWay().map(LatencyReport::p99Nanos).orElse(-1L) / 1e6,
                heapAfterCollection(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                errors.size());
    }

    @Override
    public Sample parse(String text) {
        return BoxSample.parse(text);
    }

    private Set<String> bundlesThatDoNotRun() {
        Map<String, Entry> byHand = byHand();
        Set<String> names = new TreeSet<>();
        for (Bundle bundle : workshop.inventory().all()) {
            String name = String.valueOf(bundle.getSymbolicName());
            Entry entry = byHand.get(workshop.inventory().line(bundle));
            boolean stopped = entry != null && entry.fate() == Fate.STOPPED;
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            boolean lazy = bundle.getState() == Bundle.STARTING
                    && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
            if (bundle.getState() != Bundle.ACTIVE && !stopped && !fragment && !lazy) {
                names.add(name);
            }
        }
        return names;
    }

    private Map<String, Entry> byHand() {
        try {
            return workshop.store().entries();
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** Those that have a configuration and wait for a service, and those that failed when they were started. */
    private Set<String> componentsThatDoNotRun() {
        Set<String> names = new TreeSet<>();
        for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs()) {
            for (ComponentConfigurationDTO one : components.getComponentConfigurationDTOs(description)) {
                if (one.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                        || one.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                    Object id = one.properties == null ? null : one.properties.get("id");
                    names.add(id == null ? description.name : id + " (" + description.name + ")");
                }
            }
        }
        return names;
    }

    /** Of all pools of the heap together, as of the last time that each was collected. */
    private static long heapAfterCollection() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        long octets = 0;
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            octets += usage == null ? 0 : usage.getUsed();
        }
        return octets == 0 ? -1 : octets;
    }
}
