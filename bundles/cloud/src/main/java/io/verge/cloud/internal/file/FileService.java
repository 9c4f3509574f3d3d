package io.verge.cloud.internal.file;

import io.verge.api.cloud.RangeException;
import io.verge.api.cloud.Ranges;
import io.verge.api.disk.Sha256;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Carrier;
import io.verge.cloud.internal.session.Publisher;
import io.verge.cloud.internal.session.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Files in pieces, both ways, on a thread of its own. It lives without a session; what is on its way goes on with the next. */
@Component(
        service = {Ranges.class, Router.class, FileService.class},
        configurationPid = "io.verge.files")
@Designate(ocd = FileConfig.class)
public final class FileService implements Ranges, Router {
    /** Files that may wait to be sent. */
    static final int MOST_UPLOADS = 8;

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 64;
    private static final long MEGABYTE = 1_000_000;

    private final Clock clock;
    private final Shelf shelf;
    private final Stage stage;
    private final Uploads uploads;
    private final RangeDesk ranges;
    /** Another process draws another, so that nobody takes its ids for ours. */
    private final String run;

    private final AtomicLong number = new AtomicLong();
    private final AtomicLong foreign = new AtomicLong();
    private volatile FileConfig config;
    private volatile @Nullable Topics topics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Carrier carrier;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Publisher publisher;

    @Activate
    public FileService(FileConfig config, BundleContext context, @Reference Clock clock, @Reference Stages stages) {
        this(config, Path.of(context.getProperty("verge.state")), clock, stages);
    }

    /** @param state the folder of the box's state */
    FileService(FileConfig config, Path state, Clock clock, Stages stages) {
        this.config = config;
        this.clock = clock;
        shelf = new Shelf(state);
        run = Long.toString(clock.now().toEpochMilli(), Character.MAX_RADIX);
        ranges = new RangeDesk(clock, this::publish);
        stage = stages.open("files", MOST_WAITING);
        uploads = new Uploads(clock, new Link(), () -> stage.offer(this::pump));
        stage.every(TICK, this::tick);
    }

    @Modified
    void modified(FileConfig other) {
        config = other;
    }

    @Deactivate
    void close() {
        stage.close();
        uploads.close();
        ranges.ended();
    }

    private String id(String kind) {
        return kind + "-" + run + "-" + number.incrementAndGet();
    }

    private Set<Source> sources() {
        Set<Source> sources = EnumSet.noneOf(Source.class);
        sources.addAll(List.of(config.sources()));
        return sources;
    }

    /** What can be asked for. */
    public List<ShelfEntry> list() {
        return shelf.list(sources());
    }

    /**
     * Begins to send a file, or a part of it. Reads all of it once.
     *
     * @param from offset of the first octet
     * @param to behind the last; empty for all
     * @return what is sent, as the contract has it in the offer
     */
    public Map<String, Object> send(String source, String name, long from, OptionalLong to)
            throws FileRefusedException, IOException {
        if (uploads.size() >= MOST_UPLOADS) {
            throw new FileRefusedException(429, MOST_UPLOADS + " files wait: ask again when one has arrived");
        }
        Shelf.Opened opened = shelf.open(sources(), source, name);
        boolean taken = false;
        try {
            Upload upload = upload(opened, from, to);
            taken = stage.offer(() -> {
                uploads.add(upload);
                pump();
            });
            if (!taken) {
                throw new FileRefusedException(503, "the box is busy with other files");
            }
            return upload.facts();
        } finally {
            if (!taken) {
                opened.channel().close();
            }
        }
    }

    private Upload upload(Shelf.Opened opened, long from, OptionalLong to) throws FileRefusedException, IOException {
        ShelfEntry entry = opened.entry();
        Optional<Upload> same = uploads.find(entry.source(), entry.name());
        if (same.isPresent()) {
            throw new FileRefusedException(
                    409, "this file is on its way as " + same.get().id());
        }
        if (entry.octets() > config.largest() * MEGABYTE) {
            throw new FileRefusedException(422, "files of up to " + config.largest() + " MB are sent: " + entry);
        }
        long end = to.orElse(entry.octets());
        if (end > entry.octets() || from > end || (from == end && end > 0)) {
            throw new FileRefusedException(422, "from and to: the file has " + entry.octets() + " octets");
        }
        long expires = clock.nanoTime() + Duration.ofHours(config.expiry()).toNanos();
        return new Upload(
                id("up"), opened, Sha256.of(opened.channel(), entry.octets()).hex(), from, end, expires);
    }

    /**
     * Sends no more of a file.
     *
     * @return false when there is none of this id
     */
    public boolean stop(String id) {
        boolean known = uploads.has(id);
        stage.offer(() -> {
            uploads.stop(id);
            pump();
        });
        return known;
    }

    @Override
    public CompletionStage<Part> range(String path, long from, long to) {
        RangeRequest request = new RangeRequest(path, from, to);
        CompletableFuture<Part> answer = new CompletableFuture<>();
        Duration patience = Duration.ofSeconds(config.patience());
        if (!stage.offer(() -> ranges.ask(topics, id("down"), request, patience, answer))) {
            answer.completeExceptionally(new RangeException(503, "the box is busy with other files"));
        }
        return answer;
    }

    @Override
    public List<String> filters(Topics own) {
        topics = own;
        return List.of(own.files());
    }

    /** A broker whose rules are of before there were files takes the box all the same. */
    @Override
    public boolean needed() {
        return false;
    }

    @Override
    public void began(Topics own, boolean resumed) {
        topics = own;
        stage.offer(this::pump);
    }

    @Override
    public void ended() {
        stage.offer(ranges::ended);
    }

    @Override
    public void route(Inbound message) {
        Topics own = topics;
        if (own == null || !Topics.data(message.topic())) {
            return;
        }
        Optional<String> id = own.dataOf(message.topic());
        if (id.isEmpty()) {
            foreign.incrementAndGet();
        } else {
            stage.offer(() -> ranges.take(own, id.get(), message));
        }
    }

    @Override
    public void count(Map<String, Long> counters) {
        uploads.count(counters);
        ranges.count(counters);
        counters.put("fileForeign", foreign.get());
    }

    private void pump() {
        uploads.pump(topics, config.chunk());
    }

    private void tick() {
        ranges.tick();
        pump();
    }

    private boolean publish(Outbound message) {
        Publisher present = publisher;
        return present != null && present.publish(message);
    }

    private final class Link implements Uploads.Wire {
        @Override
        public boolean send(Outbound message, IntConsumer outcome) {
            Carrier present = carrier;
            return present != null && present.later(message, outcome);
        }

        @Override
        public int size() {
            Carrier present = carrier;
            return present == null ? 0 : present.size();
        }
    }
}
