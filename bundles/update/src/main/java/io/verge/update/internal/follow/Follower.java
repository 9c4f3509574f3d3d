package io.verge.update.internal.follow;

import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateWish;
import io.verge.api.update.Updates;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up by itself what the profile or a channel names. Each name is taken up once: a release that has failed on this box is not begun
 * again before somebody raises the attempt. One thread.
 */
public final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    /** How soon it is asked again whether the update before has ended. */
    private static final Duration BUSY = Duration.ofMinutes(1);

    private static final double JITTER = 0.2;

    private final Updates updates;
    private final RandomGenerator random;
    private final Orders orders;
    private boolean settled;
    private String refusal = "";

    /** @param random for jitter: thousands of boxes follow one channel */
    public Follower(Updates updates, RandomGenerator random, Orders orders) {
        this.updates = updates;
        this.random = random;
        this.orders = orders;
    }

    /**
     * Does what there is to do.
     *
     * @return after which time to call again; null for never
     */
    public @Nullable Duration turn() {
        if (!orders.release().isEmpty()) {
            return settled ? null : wish("desired-" + orders.release() + attempt(), orders.release(), null);
        }
        return orders.channel().isEmpty() ? null : look();
    }

    private Duration look() {
        Duration next = orders.poll()
                .multipliedBy(Math.round(1_000 * (1 + random.nextDouble(-JITTER, JITTER))))
                .dividedBy(1_000);
        try {
            String release = updates.channel(orders.channel(), orders.source());
            Duration again = updates.report().running().equals(release)
                    ? next
                    : wish("channel-" + release + attempt(), release, next);
            next = again == null ? next : again;
        } catch (UpdateRefusedException e) {
            sayOnce("channel " + orders.channel() + " cannot be looked at: " + e.getMessage());
        }
        return next;
    }

    private String attempt() {
        return orders.attempt() == 1 ? "" : "-" + orders.attempt();
    }

    /** What is ordered by name is wished for even when it runs: so that whoever ordered it hears that. */
    private @Nullable Duration wish(String id, String release, @Nullable Duration otherwise) {
        try {
            updates.apply(new UpdateWish(id, release, orders.source(), "the profile", null, false));
            settled = true;
            refusal = "";
            return otherwise;
        } catch (UpdateRefusedException e) {
            if (e.code().equals("busy")) {
                return BUSY;
            }
            sayOnce("release " + release + " is not taken up: " + e.getMessage());
            return otherwise;
        } catch (IllegalArgumentException e) {
            sayOnce("`" + release + "` is no release: " + e.getMessage());
            return otherwise;
        }
    }

    private void sayOnce(String message) {
        if (!message.equals(refusal)) {
            refusal = message;
            LOG.warn("{}", message);
        }
    }

    /**
     * Whoever ordered the release does not any more.
     *
     * @return whether it was given up; not when it has ended, or has been switched to
     */
    public boolean withdraw() {
        UpdateEntry now = updates.report().now();
        String own = "desired-" + orders.release() + attempt();
        if (orders.release().isEmpty() || now == null || !now.wish().id().equals(own)) {
            return false;
        }
        try {
            updates.cancel("it is not ordered any more");
            return true;
        } catch (UpdateRefusedException e) {
            LOG.info("Release {} is not ordered any more, and goes on: {}", orders.release(), e.getMessage());
            return false;
        }
    }
}
