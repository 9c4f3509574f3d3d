package io.verge.cloud.internal.log;

import io.verge.api.log.Logs;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Carrier;
import io.verge.cloud.internal.session.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The topic {@code log}. Directly and not as records: whoever asks wants to read now, and the lines would wear the disk that they
 * may be about.
 */
@Component(
        service = {Router.class, LogService.class},
        configurationPid = "io.verge.log")
@Designate(ocd = LogConfig.class)
public final class LogService implements Router {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final LogStream stream;
    private final Stage stage;
    private volatile LogConfig config;
    private volatile @Nullable Topics topics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Carrier carrier;

    @Activate
    public LogService(LogConfig config, @Reference Logs logs, @Reference Clock clock, @Reference Stages stages) {
        this.config = config;
        stream = new LogStream(logs, clock, new Link());
        stage = stages.open("log", 1);
        stage.every(TICK, stream::tick);
    }

    @Modified
    void modified(LogConfig other) {
        config = other;
    }

    @Deactivate
    void close() {
        stage.close();
    }

    /** Minutes that may be asked for. */
    public int longest() {
        return config.longest();
    }

    /**
     * Sends what is logged from now on.
     *
     * @param time how long; zero ends it
     * @return when it will end
     */
    public Instant want(LogLevel level, Duration time) {
        return stream.want(level, config.rate(), time);
    }

    @Override
    public List<String> filters(Topics own) {
        topics = own;
        return List.of();
    }

    @Override
    public void count(Map<String, Long> counters) {
        stream.count(counters);
    }

    private final class Link implements LogStream.Wire {
        @Override
        public boolean send(String json, IntConsumer outcome) {
            Carrier present = carrier;
            Topics own = topics;
            return present != null && own != null && present.later(Outbound.json(own.log(), json), outcome);
        }

        @Override
        public int size() {
            Carrier present = carrier;
            return present == null ? 0 : present.size();
        }
    }
}
