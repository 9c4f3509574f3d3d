package io.verge.gate.internal;

import io.verge.api.air.AirListener;
import io.verge.api.air.AirReport;
import io.verge.api.air.Gate;
import io.verge.api.air.Radio;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.api.time.Clock;
import io.verge.api.time.Hop;
import io.verge.api.time.Latency;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.api.time.Stamps;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate: a queue, the rules at its end, and the radios behind them. */
@Component(service = Gate.class, configurationPolicy = ConfigurationPolicy.OPTIONAL, configurationPid = "io.verge.gate")
@Designate(ocd = GateConfig.class)
public final class AirGate implements Gate {
    private static final Logger LOG = LoggerFactory.getLogger(AirGate.class);
    private static final String SENT = Hop.SENT.name().toLowerCase(Locale.ROOT);

    private final Clock clock;
    private final Stage stage;
    private final Stop queueFull;
    /** Used on the stage only. */
    private final Rules rules;

    private final Radios radios = new Radios();
    private final List<AirListener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Latency latency;

    private final Ledger ledger = new Ledger();
    private final StopLog log = new StopLog(AirGate::write);
    private final Seldom listenerFailures = new Seldom();

    @Activate
    public AirGate(GateConfig config, @Reference Clock clock, @Reference Stages stages) {
        this.clock = clock;
        this.rules = new Rules(config, clock);
        this.queueFull = new Stop(
                Reason.QUEUE_FULL,
                "more than " + config.queue()
                        + " announcements wait: the radios cannot keep up, or the gate is closed");
        this.stage = stages.open("air", config.queue());
    }

    @Deactivate
    public void close() {
        stage.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRadio(Radio radio) {
        radios.add(radio);
    }

    void removeRadio(Radio radio) {
        radios.remove(radio);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(AirListener listener) {
        listeners.add(listener);
    }

    void removeListener(AirListener listener) {
        listeners.remove(listener);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setLatency(Latency histograms) {
        latency = histograms;
    }

    void unsetLatency(Latency histograms) {
        if (latency == histograms) {
            latency = null;
        }
    }

    @Override
    public void offer(Announcement cause, List<V2xFrame> frames) {
        List<V2xFrame> messages = List.copyOf(frames);
        if (!stage.offer(() -> pass(cause, messages))) {
            messages.forEach(frame -> stopped(frame, queueFull));
        }
    }

    @Override
    public List<AirReport> reports() {
        return ledger.reports();
    }

    /** On the stage: at the last moment. */
    private void pass(Announcement cause, List<V2xFrame> frames) {
        Stop whole = rules.check(cause);
        for (V2xFrame frame : frames) {
            Stop stop = whole != null ? whole : rules.check(cause, frame);
            if (stop != null) {
                stopped(frame, stop);
            } else {
                send(frame);
            }
        }
    }

    private void send(V2xFrame frame) {
        List<Radios.Entry> present = radios.now();
        if (present.isEmpty()) {
            stopped(frame, new Stop(Reason.NO_RADIO, "there is no radio: name one under devices in the profile"));
            return;
        }
        boolean taken = false;
        for (Radios.Entry entry : present) {
            try {
                entry.radio().send(frame);
                taken = true;
            } catch (IOException | RuntimeException | LinkageError e) {
                stopped(frame, new Stop(Reason.RADIO_ERROR, "radio " + entry.id() + " did not take it: " + e));
            }
        }
        if (taken) {
            sent(frame);
        }
    }

    private void sent(V2xFrame frame) {
        long nanos = clock.nanoTime();
        ledger.sent(frame.kind(), frame.size(), clock.now());
        V2xFrame onAir = frame.passed(Hop.SENT, nanos);
        record(onAir.stamps());
        for (AirListener listener : listeners) {
            try {
                listener.sent(onAir);
            } catch (RuntimeException | LinkageError e) {
                long times = listenerFailures.happened(nanos);
                if (times > 0) {
                    LOG.error("a listener failed on a message that was sent ({} times)", times, e);
                }
            }
        }
    }

    private void record(Stamps stamps) {
        Latency histograms = latency;
        if (histograms == null) {
            return;
        }
        if (stamps.encoded() != Stamps.UNSET) {
            histograms.record(SENT, stamps.sent() - stamps.encoded());
        }
        if (stamps.received() != Stamps.UNSET) {
            histograms.record(Latency.TOTAL, stamps.sent() - stamps.received());
        }
    }

    private void stopped(V2xFrame frame, Stop stop) {
        ledger.stopped(frame.kind(), stop);
        log.stopped(frame.kind(), stop, clock.nanoTime());
    }

    /** Conflicting greens are the one stop that somebody must go and look at. */
    private static void write(Reason reason, String line) {
        if (reason == Reason.CONFLICTING_GREENS) {
            LOG.error(line);
        } else {
            LOG.warn(line);
        }
    }
}
