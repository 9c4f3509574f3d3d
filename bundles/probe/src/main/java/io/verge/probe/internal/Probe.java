package io.verge.probe.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.Observation;
import io.verge.api.observation.ObservationListener;
import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.json.JsonText;
import io.verge.json.ObservationJson;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Prints each observation as one line of JSON, and the counters as the last line when the file has ended or the time is over.
 * Observations are printed on the device's own thread: a reader that does not read slows the device down, and nothing is lost.
 */
@Component(
        service = ObservationListener.class,
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.probe")
@Designate(ocd = ProbeConfig.class)
public final class Probe implements ObservationListener {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration NO_DRIVER = Duration.ofSeconds(30);
    private static final int OK = 0;
    private static final int FAILED = 1;

    private final Stage stage;
    private final Clock clock;
    private final long deadline;
    private final boolean timed;
    /** By when the driver must be there; what kept it away is in the log. */
    private final long patience;

    private final IntConsumer exit;
    /** Guarded by itself. */
    private final Writer out;

    private volatile @Nullable Device device;
    private volatile @Nullable DeviceStatus last;
    /** Touched by the stage: whether the end was told. */
    private boolean told;

    /** Whether the last line is out, or nobody reads any more; guarded by out. */
    private boolean ended;

    @Activate
    public Probe(
            ProbeConfig config,
            @Reference Stages stages,
            @Reference Clock clock,
            @Reference(target = "(verge.exit=true)") IntConsumer exit) {
        this(config, stages, clock, exit, new FileOutputStream(FileDescriptor.out));
    }

    Probe(ProbeConfig config, Stages stages, Clock clock, IntConsumer exit, OutputStream out) {
        this.clock = clock;
        this.exit = exit;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.timed = config.seconds() > 0;
        this.deadline = clock.nanoTime() + (long) (config.seconds() * 1e9);
        this.patience = clock.nanoTime() + NO_DRIVER.toNanos();
        this.stage = stages.open("probe", 1);
        stage.every(LOOK, this::look);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setDevice(Device only) {
        device = only;
    }

    /** When the agent stops, the driver goes before the probe does. */
    void unsetDevice(Device gone) {
        if (device == gone) {
            last = gone.status();
            device = null;
        }
    }

    /** How the device is, or was when it went; null when there was none. */
    private @Nullable DeviceStatus status() {
        Device now = device;
        return now != null ? now.status() : last;
    }

    @Override
    public void observed(Observation observation) {
        print(JsonText.of(generator -> ObservationJson.write(generator, observation)), false);
    }

    private void look() {
        DeviceStatus status = status();
        if (status != null) {
            look(status);
        } else if (isOver() || clock.nanoTime() - patience >= 0) {
            exit.accept(FAILED);
        }
        flush();
    }

    private void look(DeviceStatus status) {
        boolean ends =
                switch (status.status().state()) {
                    case FINISHED, FAILED, QUARANTINED -> true;
                    case STARTING, OK, DEGRADED, STOPPED, NOT_POSSIBLE -> isOver();
                };
        if (ends && !told) {
            told = true;
            printCounters(status);
            boolean spoke = status.lastFrame() != null;
            exit.accept(spoke && !hasFailed(status) ? OK : FAILED);
        }
    }

    private boolean isOver() {
        return timed && clock.nanoTime() - deadline >= 0;
    }

    private static boolean hasFailed(DeviceStatus status) {
        State state = status.status().state();
        return state == State.FAILED || state == State.QUARANTINED;
    }

    @Deactivate
    void close() {
        DeviceStatus status = status();
        if (status != null) {
            printCounters(status);
        }
        stage.close();
    }

    private void printCounters(DeviceStatus status) {
        print(JsonText.of(generator -> write(generator, status)), true);
    }

    private static void write(JsonGenerator generator, DeviceStatus status) throws IOException {
        generator.writeStartObject();
        generator.writeObjectFieldStart("counters");
        for (Map.Entry<String, Long> counter : status.counters().entrySet()) {
            generator.writeNumberField(counter.getKey(), counter.getValue());
        }
        generator.writeEndObject();
        Trouble trouble = status.status().trouble();
        if (trouble != null) {
            generator.writeStringField("state", status.status().state().name());
            generator.writeStringField("cause", trouble.cause());
            generator.writeStringField("remedy", trouble.remedy());
        }
        generator.writeEndObject();
    }

    private void print(String line, boolean last) {
        synchronized (out) {
            if (ended) {
                return;
            }
            ended = last;
            try {
                out.write(line);
                out.write('\n');
                if (last) {
                    out.flush();
                }
            } catch (IOException e) {
                ended = true; // whoever reads has gone
                exit.accept(FAILED);
            }
        }
    }

    private void flush() {
        synchronized (out) {
            if (ended) {
                return;
            }
            try {
                out.flush();
            } catch (IOException e) {
                ended = true; // whoever reads has gone
                exit.accept(FAILED);
            }
        }
    }
}
