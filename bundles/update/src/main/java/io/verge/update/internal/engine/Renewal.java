package io.verge.update.internal.engine;

import io.verge.api.time.Clock;
import io.verge.api.update.Phase;
import io.verge.transfer.Retry;
import io.verge.trust.Freshness;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.journal.Story;
import io.verge.update.internal.engine.release.Refusal;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a release that was ready for the switch, and whose metadata does not hold any more: it is fetched again, and nothing is
 * switched to before that, however long it takes. A wish that was never ready is refused instead. The engine's thread.
 */
final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final Course course;
    private final Clock clock;
    private final Preparation preparation;
    private final Repository repository;
    private final Retry retry;

    /** @param retry how long to wait before it is asked for again: many boxes have one window */
    Renewal(Course course, Clock clock, Preparation preparation, Repository repository, Retry retry) {
        this.course = course;
        this.clock = clock;
        this.preparation = preparation;
        this.repository = repository;
        this.retry = retry;
    }

    /** There is fresh metadata, or nothing to have it for. */
    void forget() {
        retry.reset();
    }

    /** Whether this is a matter of waiting: all was well with the release before, and its repository may be published anew. */
    static boolean isWaitedFor(Story story, Refusal refusal) {
        return story.ready() && refusal.reason().code().equals(Refusal.EXPIRED);
    }

    /**
     * Begins again with what the source has.
     *
     * @param cause what is wrong with the metadata that is here
     * @return after which time
     */
    Duration again(Story story, String cause) throws IOException {
        Reason reason = reason(story, cause);
        if (story.phase() == Phase.METADATA) {
            course.mark(reason);
        } else {
            LOG.info("{}", reason.why());
            course.change(last -> last.again(clock.now()).because(reason));
            preparation.forget();
        }
        return retry.next();
    }

    /** Why a source that cannot be asked now is asked again. */
    Reason unreachable(Story story, String why) {
        Freshness trust = repository.trust();
        return story.ready() && trust.state() == Freshness.State.EXPIRED
                ? reason(story, trust.cause() + "; it cannot be fetched now: " + why)
                : new Reason("not-reachable", why, "it is tried again; look at the network and the source");
    }

    private static Reason reason(Story story, String cause) {
        return new Reason(
                "metadata-expired",
                story.wish().release() + " is ready, and is not switched to without fresh metadata: " + cause,
                "it is asked for again until the wish ends; let the box reach its source, publish the repository anew,"
                        + " and look whether the clock of the box is right");
    }
}
