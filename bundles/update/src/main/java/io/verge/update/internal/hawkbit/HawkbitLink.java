package io.verge.update.internal.hawkbit;

import io.verge.api.time.Clock;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateListener;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateWish;
import io.verge.api.update.Updates;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import io.verge.transfer.hawkbit.ActionOverException;
import io.verge.transfer.hawkbit.Event;
import io.verge.transfer.hawkbit.Feedback;
import io.verge.transfer.hawkbit.Feedback.Execution;
import io.verge.transfer.hawkbit.HawkbitClient;
import io.verge.transfer.hawkbit.Offer;
import io.verge.transfer.hawkbit.Offer.Handling;
import io.verge.transfer.hawkbit.Poll;
import io.verge.update.internal.hawkbit.Mailbag.Letter;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what a hawkBit server wants into wishes, and tells it how they go. Whatever it says, the wish goes the way of all others: its metadata
 * is verified, and the road comes first. An action that has ended here is never begun again, however often it is offered: the server is told
 * its end again.
 *
 * <p>{@link #tick} is called by one thread, every few seconds; {@link #onUpdate}, {@link #wake} and {@link #trouble} by any.
 */
public final class HawkbitLink implements UpdateListener {
    /** Before the server's number of an action, in the id of a wish. */
    public static final String WISH = "hawkbit-";

    private static final Logger LOG = LoggerFactory.getLogger(HawkbitLink.class);

    private final HawkbitClient client;
    private final Updates updates;
    private final HawkbitRules rules;
    private final Offers offers;
    private final Clock clock;
    private final Mailbag mailbag = new Mailbag();
    private long next;
    private String refusal = "";
    private volatile boolean woken;
    private volatile String trouble = "";

    /** @param offers in which what is offered is kept, for {@link HawkbitSupply} */
    public HawkbitLink(HawkbitClient client, Updates updates, HawkbitRules rules, Offers offers, Clock clock) {
        this.client = client;
        this.updates = updates;
        this.rules = rules;
        this.offers = offers;
        this.clock = clock;
        next = clock.nanoTime();
    }

    /** The server may want something else than before: it is asked with the next tick, unless it is away or has asked for patience. */
    public void wake() {
        woken = true;
    }

    /** Why the server could not be spoken to, for people; empty while it can. */
    public String trouble() {
        return trouble;
    }

    @Override
    public void onUpdate(UpdateEntry entry) {
        String id = entry.wish().id();
        if (id.startsWith(WISH)) {
            mailbag.post(id.substring(WISH.length()), Word.of(entry));
        }
    }

    /** Tells the server what it does not know yet, and asks what it wants when it is time to. Blocks as long as the server lets it. */
    public void tick() {
        boolean due = clock.nanoTime() - next >= 0 || (woken && trouble.isEmpty());
        if (!due && !trouble.isEmpty()) {
            return;
        }
        try {
            tell();
            if (due) {
                ask();
                tell();
            }
        } catch (SourceException e) {
            again(client.after(e));
            complain(String.valueOf(e.getMessage()));
        }
    }

    private void again(Duration wait) {
        next = clock.nanoTime() + wait.toNanos();
    }

    /** Logged once, however often it happens. */
    private void complain(String reason) {
        if (!reason.isEmpty() && !reason.equals(trouble)) {
            LOG.warn("hawkBit cannot be spoken to: {}", reason);
        }
        trouble = reason;
    }

    private void ask() throws SourceException {
        woken = false;
        Poll poll = client.poll();
        again(poll.next());
        complain(poll.trouble());
        for (Event event : poll.events()) {
            try {
                handle(event);
            } catch (ActionOverException e) {
                LOG.info("{}", e.getMessage());
            } catch (IOException e) {
                client.askAgain();
                stopIfPassing(e);
                refused(String.valueOf(e.getMessage()));
            }
        }
    }

    /** What it does not take it is given again with each poll; that is logged once. */
    private void refused(String reason) {
        if (!reason.equals(refusal)) {
            LOG.warn("hawkBit does not take what it is told, and is told again later: {}", reason);
        }
        refusal = reason;
    }

    private static void stopIfPassing(IOException e) throws SourceException {
        if (e instanceof SourceException failure && (failure.kind() == Kind.BUSY || failure.kind() == Kind.BROKEN)) {
            throw failure;
        }
    }

    private void handle(Event event) throws IOException {
        if (event instanceof Event.Describe) {
            describe();
        } else if (event instanceof Event.Deploy deploy) {
            deploy(deploy.offer());
        } else if (event instanceof Event.Confirm confirm) {
            confirm(confirm.offer());
        } else if (event instanceof Event.Cancel cancel) {
            cancel(cancel);
        }
    }

    /** It takes no list without anything in it. */
    private void describe() throws IOException {
        if (!rules.attributes().isEmpty()) {
            client.describe(rules.attributes());
        }
    }

    /** No leave is no denial: hawkBit would offer a denied action for ever. */
    private void confirm(Offer offer) throws IOException {
        if (rules.confirm()) {
            client.confirm(offer.action(), true, "agreed to by the profile of the box");
        } else {
            LOG.info("hawkBit action {} waits for somebody who agrees to it there", offer.action());
        }
    }

    private void deploy(Offer offer) {
        offers.keep(offer);
        if (offer.download() == Handling.SKIP || offer.update() == Handling.SKIP || !offer.windowOpen()) {
            client.askAgain();
            return;
        }
        Optional<String> release = offer.release(rules.module());
        if (release.isEmpty()) {
            refuse(offer, "there is no software module " + rules.module() + " in it");
            return;
        }
        try {
            onUpdate(updates.apply(wish(offer, release.get())));
        } catch (UpdateRefusedException e) {
            if (e.code().equals("busy")) {
                client.askAgain();
                mailbag.post(offer.action(), Feedback.of(Execution.PROCEEDING, "waits: " + e.getMessage()));
            } else {
                refuse(offer, String.valueOf(e.getMessage()));
            }
        } catch (IllegalArgumentException e) {
            refuse(offer, "it names no release: " + e.getMessage());
        }
    }

    private void refuse(Offer offer, String why) {
        mailbag.post(offer.action(), Feedback.failure(why));
    }

    private static UpdateWish wish(Offer offer, String release) {
        String source = HawkbitSupply.SCHEME + ":" + offer.action();
        boolean forced = offer.update() == Handling.FORCED;
        return new UpdateWish(WISH + offer.action(), release, source, "hawkBit", null, forced);
    }

    private void cancel(Event.Cancel cancel) throws IOException {
        if (isInstalled(cancel.stops())) {
            client.cancelled(cancel, false, "it has been installed already");
            return;
        }
        try {
            if (goesOn(cancel.stops())) {
                updates.cancel("hawkBit does not want it any more");
            }
            client.cancelled(cancel, true, "nothing was changed");
            mailbag.forget(cancel.stops());
        } catch (UpdateRefusedException e) {
            client.cancelled(cancel, false, String.valueOf(e.getMessage()));
        }
    }

    private boolean goesOn(String action) {
        UpdateEntry now = updates.report().now();
        return now != null && now.wish().id().equals(WISH + action);
    }

    private boolean isInstalled(String action) {
        return updates.history().stream()
                .anyMatch(entry -> entry.wish().id().equals(WISH + action) && entry.phase() == Phase.COMMITTED);
    }

    private void tell() throws SourceException {
        for (Letter letter = mailbag.next(clock.nanoTime()); letter != null; letter = mailbag.next(clock.nanoTime())) {
            try {
                client.feedback(letter.action(), letter.feedback());
            } catch (ActionOverException e) {
                LOG.info("{}", e.getMessage());
                giveUp(letter.action());
            } catch (IOException e) {
                stopIfPassing(e);
                refused(String.valueOf(e.getMessage()));
                client.askAgain(); // whatever it does not take: what it thinks to be open it offers, and is told of
                // again
            }
            mailbag.told(letter, clock.nanoTime());
        }
    }

    private void giveUp(String action) {
        if (goesOn(action)) {
            try {
                updates.cancel("hawkBit has given it up");
            } catch (UpdateRefusedException e) {
                LOG.info("hawkBit action {} goes on here: {}", action, e.getMessage());
            }
        }
        mailbag.forget(action);
    }
}
