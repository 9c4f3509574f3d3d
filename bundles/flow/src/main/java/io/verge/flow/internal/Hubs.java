package io.verge.flow.internal;

import io.verge.api.air.MessageSet;
import io.verge.api.air.Receiver;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.Observation;
import io.verge.api.observation.ObservationListener;
import io.verge.api.observation.Observations;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.time.Clock;
import io.verge.api.time.Hop;
import io.verge.api.time.Latency;
import io.verge.api.time.Stamps;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From drivers to everyone who listens. A listener that throws does not keep the observation from the others. */
@Component(service = {Observations.class, Receiver.class})
public final class Hubs implements Observations, Receiver {
    private static final Logger LOG = LoggerFactory.getLogger(Hubs.class);
    private static final String DECODED = Hop.DECODED.name().toLowerCase(Locale.ROOT);

    private final Clock clock;
    private final Latency latency;
    private final List<ObservationListener> listeners = new CopyOnWriteArrayList<>();
    private final Failures failures;
    private volatile @Nullable MessageSet messages;

    @Activate
    public Hubs(@Reference Clock clock, @Reference Latency latency) {
        this.clock = clock;
        this.latency = latency;
        this.failures = new Failures(LOG, clock);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(ObservationListener listener) {
        listeners.add(listener);
    }

    void removeListener(ObservationListener listener) {
        listeners.remove(listener);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setMessages(MessageSet set) {
        messages = set;
    }

    void unsetMessages(MessageSet set) {
        if (messages == set) {
            messages = null;
        }
    }

    @Override
    public void publish(Observation observation) {
        long received = observation.stamps().received();
        if (received != Stamps.UNSET) {
            latency.record(DECODED, clock.nanoTime() - received);
        }
        for (ObservationListener listener : listeners) {
            try {
                listener.observed(observation);
            } catch (RuntimeException | Error e) {
                failures.report(listener.getClass().getName() + " failed on an observation", e);
            }
        }
    }

    @Override
    public void received(String radio, V2xFrame frame) {
        MessageSet set = messages;
        if (set == null) {
            return;
        }
        Optional<ReceivedMessage> message;
        try {
            message = set.decode(radio, frame);
        } catch (RuntimeException | Error e) {
            failures.report("message set " + set.name() + " failed on a message from the air", e);
            return;
        }
        message.ifPresent(this::publish);
    }
}
