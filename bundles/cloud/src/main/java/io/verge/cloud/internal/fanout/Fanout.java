package io.verge.cloud.internal.fanout;

import io.verge.api.air.AirListener;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.site.Site;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Carrier;
import io.verge.cloud.internal.session.Router;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Publishes what went on the air below the tile in which the box stands, octet for octet. It is live or it is nothing: without a
 * session, or on a link that is held up, it is dropped and counted.
 */
@Component(
        service = {AirListener.class, Router.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.fanout")
@Designate(ocd = FanoutConfig.class)
public final class Fanout implements AirListener, Router {
    /** Messages of which the uplink has not said yet whether they went. */
    private static final int MOST_UNDER_WAY = 16;

    private static final String OCTETS = "application/octet-stream";

    private final Clock clock;
    private final Set<MessageKind> types = EnumSet.noneOf(MessageKind.class);
    private final int zoom;
    private final Duration expiry;
    /** Of the gate's thread. */
    private final Budget budget;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong noSession = new AtomicLong();
    private final AtomicLong heldUp = new AtomicLong();
    private final AtomicLong overRate = new AtomicLong();
    private volatile @Nullable Topics topics;
    /** Null before the first message. Of the gate's thread. */
    private @Nullable Tile tile;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Carrier carrier;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Site site;

    /** Where a site is on the map. */
    private record Tile(Site site, String key) {}

    @Activate
    public Fanout(FanoutConfig config, @Reference Clock clock) {
        this.clock = clock;
        this.types.addAll(List.of(config.types()));
        this.zoom = config.zoom();
        this.expiry = Duration.ofSeconds(config.expiry());
        this.budget = new Budget(config.rate(), clock.nanoTime());
    }

    @Override
    public void sent(V2xFrame frame) {
        if (!types.contains(frame.kind())) {
            return;
        }
        Carrier present = carrier;
        Topics own = topics;
        Site here = site;
        if (present == null || own == null || here == null) {
            noSession.incrementAndGet();
        } else if (!budget.spend(frame.size(), clock.nanoTime())) {
            overRate.incrementAndGet();
        } else if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            heldUp.incrementAndGet();
        } else if (!present.now(message(frame, own, here), this::settled)) {
            underWay.decrementAndGet();
            noSession.incrementAndGet();
        }
    }

    private void settled(int reason) {
        underWay.decrementAndGet();
        (reason >= 0 ? sent : heldUp).incrementAndGet();
    }

    private Outbound message(V2xFrame frame, Topics own, Site here) {
        Map<String, String> properties = Map.of(
                "box", here.box(),
                "set", frame.set(),
                "application", Integer.toString(frame.application()),
                "time", frame.time().toString());
        String topic = own.v2x(frame.kind(), key(here));
        return new Outbound(topic, frame.payload(), 0, false, expiry, OCTETS, null, properties);
    }

    private String key(Site here) {
        Tile known = tile;
        if (known == null || !known.site.equals(here)) {
            known = new Tile(here, Quadkey.of(here.frame().origin(), zoom));
            tile = known;
        }
        return known.key;
    }

    @Override
    public List<String> filters(Topics own) {
        topics = own;
        return List.of();
    }

    @Override
    public void count(Map<String, Long> counters) {
        counters.put("fanout", sent.get());
        counters.put("fanoutNoSession", noSession.get());
        counters.put("fanoutHeldUp", heldUp.get());
        counters.put("fanoutOverRate", overRate.get());
    }
}
