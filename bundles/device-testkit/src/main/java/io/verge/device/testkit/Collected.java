package io.verge.device.testkit;

import io.verge.api.observation.Observation;
import io.verge.api.observation.Observations;
import java.util.ArrayList;
import java.util.List;

/** What a driver has published, in order. Safe for use by several threads. */
public final class Collected implements Observations {
    private final Awaited awaited = new Awaited();
    private final List<Observation> observations = new ArrayList<>();

    @Override
    public void publish(Observation observation) {
        awaited.change(() -> observations.add(observation));
    }

    /** All so far. */
    public List<Observation> all() {
        return awaited.look(() -> List.copyOf(observations));
    }

    /** All of one kind so far. */
    public <T extends Observation> List<T> all(Class<T> kind) {
        return all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits, in real time, until there are at least so many; returns all. */
    public List<Observation> await(int count) throws InterruptedException {
        awaited.await(
                () -> observations.size() >= count, () -> observations.size() + " of " + count + " observations came");
        return all();
    }

    /** The same, all of one kind. */
    public <T extends Observation> List<T> await(int count, Class<T> kind) throws InterruptedException {
        awaited.await(
                () -> observations.stream().filter(kind::isInstance).count() >= count,
                () -> "of " + observations.size() + " observations too few are a " + kind.getSimpleName());
        return all(kind);
    }
}
