package io.verge.cloud.internal.drain;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outlet;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.drain.Acknowledgement.Range;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.Flight;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds and confirms what has arrived. What goes next, the first that may:
 *
 * <ol>
 *   <li>what was sent and is not settled in time,
 *   <li>what came in this session, by lane,
 *   <li>what had waited, by lane, within its share of the link and not before its time.
 * </ol>
 *
 * <p>Woken by the outbox and by acknowledgements; there is no timer but for the share. Owned by the uplink's thread; the figures are
 * read by any.
 */
public final class Drain {
    /** Kept free for what is not records. */
    private static final int RESERVE = 2;

    private static final long REFUSED_WAIT = Duration.ofSeconds(60).toNanos();
    private static final long TOO_LARGE_WAIT = Duration.ofHours(1).toNanos();
    private static final long QUOTA_WAIT = Duration.ofSeconds(30).toNanos();
    /** The client would not take it: the session is about to end, or should not be hammered. */
    private static final long UNSENT_WAIT = Duration.ofSeconds(1).toNanos();

    private static final int FAILURES = 0x80;
    private static final int QUOTA = 0x97;
    private static final int UNHEARD = 0x10;
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Outlet outlet;
    private final Flight flight;
    private final Clock clock;
    private final RandomGenerator random;
    private final DrainSettings settings;
    private final Packer packer;
    private final Pace pace;
    private final Hand hand;
    private final Unsettled unsettled = new Unsettled();

    private boolean running;
    /** Which session or part of it; what comes back of an older one is not of this one's flight. */
    private int turn;

    private long inFlight;
    private long backlogFrom;
    private long heldUntil;
    /** When {@link #pump} looked last. */
    private long looked;

    private final AtomicLong records = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unheard = new AtomicLong();
    private final AtomicLong tooLarge = new AtomicLong();
    private volatile double rate = Double.NaN;
    private volatile @Nullable Trouble trouble;

    /**
     * For one configuration.
     *
     * @param pace of the link, which others may keep, too
     */
    public Drain(
            Outlet outlet,
            Flight flight,
            Clock clock,
            RandomGenerator random,
            Topics topics,
            DrainSettings settings,
            Pace pace) {
        this.outlet = outlet;
        this.flight = flight;
        this.clock = clock;
        this.random = random;
        this.settings = settings;
        this.packer = new Packer(topics, settings, clock);
        this.pace = pace;
        this.hand = new Hand(outlet);
    }

    /** There is a session, and who counts is there. */
    public void begin() {
        long now = clock.nanoTime();
        running = true;
        turn++;
        inFlight = 0;
        heldUntil = now;
        looked = now;
        trouble = null;
        unsettled.clear();
        pace.begin(now);
        hand.begin();
        backlogFrom = now + Math.round(settings.backlogSpread().toNanos() * random.nextDouble());
    }

    /** The session is over, or who counts is away. */
    public void stop() {
        running = false;
        turn++;
        unsettled.clear();
    }

    public boolean running() {
        return running;
    }

    /** Something has come into the outbox. */
    public void rung() {
        hand.rung();
    }

    /** Sends what may go now. */
    public void pump() {
        long now = clock.nanoTime();
        looked = now;
        while (running && heldUntil - now <= 0 && flight.room(RESERVE) && next(now)) {
            // each turn has sent one message
        }
    }

    private boolean next(long now) {
        Optional<Batch> again = unsettled.due(now);
        if (again.isPresent()) {
            repeated.addAndGet(again.get().records().size());
            send(again.get(), now);
            return true;
        }
        if (unsettled.wantsMore()) {
            hand.begin();
        }
        Batch live = hand.live(pace.message());
        if (live != null) {
            return (live.lane() == Lane.CRITICAL || pace.open(inFlight)) && take(live, now);
        }
        Batch backlog = hand.backlog();
        return backlog != null && backlogFrom - now <= 0 && pace.allows(now, inFlight) && take(backlog, now);
    }

    private boolean take(Batch batch, long now) {
        hand.remove(batch);
        send(batch, now);
        return true;
    }

    private void send(Batch batch, long now) {
        Outbound message = packer.pack(batch.records(), pace.rate());
        int octets = message.content().remaining();
        if (!flight.fits(message)) {
            tooLarge(batch, now);
            return;
        }
        long mark = pace.mark();
        int sentIn = turn;
        inFlight += octets;
        if (batch.backlog()) {
            pace.spend(octets);
        }
        flight.send(message, reason -> {
            if (sentIn == turn) {
                inFlight -= octets;
            }
            if (reason >= 0 && reason < FAILURES && message.quality() > 0) {
                pace.acknowledged(now, clock.nanoTime(), octets, mark);
                rate = pace.rate();
            }
            delivered(batch, reason, sentIn == turn);
        });
    }

    /** In smaller messages, if that is possible; a record that this broker never takes must not end one session after the other. */
    private void tooLarge(Batch batch, long now) {
        int half = batch.records().size() / 2;
        if (half > 0) {
            hand.putBack(new Batch(batch.records().subList(half, batch.records().size())));
            hand.putBack(new Batch(batch.records().subList(0, half)));
            return;
        }
        tooLarge.incrementAndGet();
        unsettled.add(batch, now + TOO_LARGE_WAIT);
        refusal(
                "record-too-large",
                batch,
                batch.records().get(0).content().remaining() + " octets are more than it takes",
                "raise the broker's greatest packet; it is tried again every hour until the record expires");
    }

    private void delivered(Batch batch, int reason, boolean current) {
        long now = clock.nanoTime();
        if (reason >= 0 && reason < FAILURES) {
            arrived(batch, reason, now, current);
        } else if (current && reason == QUOTA) {
            heldUntil = now + QUOTA_WAIT;
            hand.putBack(batch);
            refusal("quota", batch, "the box's quota is used up", "nothing: it goes on in 30 s; else raise the quota");
        } else if (current && reason != Ended.NONE) {
            refused.addAndGet(batch.records().size());
            unsettled.add(batch, now + REFUSED_WAIT);
            String cause = "reason 0x" + Integer.toHexString(reason);
            refusal("records-refused", batch, cause, "let the box publish there in the broker's rules");
        } else if (current) {
            heldUntil = now + UNSENT_WAIT;
            hand.putBack(batch);
        }
    }

    private void arrived(Batch batch, int reason, long now, boolean current) {
        if (reason == UNHEARD) {
            unheard.addAndGet(batch.records().size());
        }
        if (batch.lane() != Lane.CRITICAL || settings.consumer().isEmpty()) {
            records.addAndGet(batch.records().size());
            outlet.confirm(batch.records());
        } else if (current) {
            unsettled.add(batch, now + settings.acknowledge().toNanos());
        }
        trouble = null;
    }

    private void refusal(String code, Batch batch, String cause, String remedy) {
        String stream = batch.lane() + "/" + batch.stream();
        trouble = new Trouble(code, "the broker refuses records of " + stream + ": " + cause, remedy);
    }

    /** A consumer says what it has stored. */
    public void acknowledged(Inbound message) {
        try {
            Acknowledgement said = Acknowledgement.read(message.content());
            if (settings.consumer().isEmpty() || said.consumer().equals(settings.consumer())) {
                for (Range range : said.ranges()) {
                    int before = unsettled.size();
                    unsettled.settle(said.store(), range.lane(), range.stream(), range.first(), range.last());
                    records.addAndGet(before - unsettled.size());
                    outlet.confirm(said.store(), range.lane(), range.stream(), range.first(), range.last());
                }
            }
        } catch (IOException e) {
            LOG.debug("an acknowledgement cannot be read", e);
        }
    }

    /**
     * Nanoseconds until {@link #pump} may do something of itself; {@link Long#MAX_VALUE} when only events can move it. Reckoned from when
     * that looked: what came due since then has not been done.
     */
    public long due() {
        if (!running) {
            return Long.MAX_VALUE;
        }
        long wait = dueAfter(looked);
        return wait == Long.MAX_VALUE ? wait : Math.max(0, wait - (clock.nanoTime() - looked));
    }

    private long dueAfter(long now) {
        if (heldUntil - now > 0) {
            return heldUntil - now;
        }
        if (!flight.room(RESERVE)) {
            return Long.MAX_VALUE; // the next acknowledgement makes some
        }
        long again = unsettled.dueIn(now);
        if (hand.backlog() == null) {
            return again;
        }
        return Math.min(again, backlogFrom - now > 0 ? backlogFrom - now : shareWait(now));
    }

    /** With nothing on its way only time helps; else the next acknowledgement does. */
    private long shareWait(long now) {
        long wait = pace.dueIn(now);
        return wait > 0 ? wait : Long.MAX_VALUE;
    }

    /** What is wrong with it; null when nothing is. Any thread. */
    public @Nullable Trouble trouble() {
        return trouble;
    }

    /** Adds the figures since the start. Any thread. */
    public void count(Map<String, Long> counters) {
        counters.merge("records", records.get(), Long::sum);
        counters.merge("repeated", repeated.get(), Long::sum);
        counters.merge("refused", refused.get(), Long::sum);
        counters.merge("tooLarge", tooLarge.get(), Long::sum);
        counters.merge("unheard", unheard.get(), Long::sum);
        double measured = rate;
        if (!Double.isNaN(measured)) {
            counters.put("uplinkOctetsPerSecond", Math.round(measured));
        }
    }

    public void close() {
        packer.close();
    }
}
