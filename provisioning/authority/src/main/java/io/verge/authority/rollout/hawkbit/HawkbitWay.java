package io.verge.authority.rollout.hawkbit;

import io.verge.api.time.Clock;
import io.verge.authority.json.JsonObject;
import io.verge.authority.rollout.RolloutLoop;
import io.verge.authority.rollout.fleet.Fleet;
import io.verge.authority.rollout.fleet.FleetException;
import io.verge.authority.rollout.fleet.Wish;
import io.verge.authority.rollout.run.BoxState;
import io.verge.authority.rollout.run.Progress;
import io.verge.authority.rollout.run.Run;
import io.verge.transfer.Retry;
import io.verge.transfer.source.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Goes to a hawkBit server. One that fails is left alone for 5 s, then longer, up to 5 min, and at least as long as it asks for; the next
 * success ends that. One thread.
 */
public final class HawkbitWay implements RolloutLoop.Way {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final HawkbitAccess access;
    private final HawkbitTerms terms;
    private final Software software;
    private final Clock clock;
    private final Retry retry;
    private long notBefore;
    private String trouble = "";

    /**
     * @param software that is uploaded when the server does not have it
     * @param random for jitter
     */
    public HawkbitWay(
            HawkbitAccess access, HawkbitTerms terms, Software software, Clock clock, RandomGenerator random) {
        this.access = access;
        this.terms = terms;
        this.software = software;
        this.clock = clock;
        retry = new Retry(SHORTEST, LONGEST, random);
        notBefore = clock.nanoTime();
    }

    /** @throws IllegalArgumentException when going there again would change nothing; says what to do */
    @Override
    public Fleet open(Run run) throws FleetException {
        long left = notBefore - clock.nanoTime();
        if (left > 0) {
            throw new FleetException(new IOException(trouble + "; asked again in "
                    + Duration.ofNanos(left).plusSeconds(1).toSeconds() + " s"));
        }
        checkNames(run);
        try {
            Management management = new Management(new Http(access.settings(), clock), access.base());
            JsonObject unused = management.get("targets?limit=1"); // whether it answers, and knows who asks
            Modules modules = new Modules(management, terms.module(), software);
            Sets sets = new Sets(management, modules, terms.module());
            sets.look(new Wish(run.release(), run.firstAttempt()));
            HawkbitFleet fleet = new HawkbitFleet(sets, new Actions(management), terms.forced(), clock, this::lost);
            run.boxes().forEach((box, progress) -> watch(fleet, run, box, progress));
            retry.reset();
            return fleet;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** Tenants are apart in hawkBit by who asks, not by the names of boxes. */
    private static void checkNames(Run run) {
        Map<String, String> boxes = new HashMap<>();
        for (String box : run.boxes().keySet()) {
            String other = boxes.put(box.substring(box.indexOf('/') + 1), box);
            if (other != null) {
                throw new IllegalArgumentException(
                        other + " and " + box + " would be one target of hawkBit: plan a roll-out for each tenant");
            }
        }
    }

    /** One that was given up may have gone on, and may say so yet. */
    private static void watch(HawkbitFleet fleet, Run run, String box, Progress progress) {
        boolean asked = progress.asked() != null || progress.attempt() > run.firstAttempt();
        if (asked && progress.state() != BoxState.DONE) {
            for (int attempt = run.firstAttempt(); attempt <= progress.attempt(); attempt++) {
                Watch unused = fleet.watch(box, new Wish(run.release(), attempt));
            }
        }
    }

    private FleetException lost(IOException failure) {
        Duration own = retry.next();
        Duration asked = failure instanceof ManagementException refused ? refused.patience() : Duration.ZERO;
        notBefore = clock.nanoTime() + (asked.compareTo(own) > 0 ? asked : own).toNanos();
        trouble = String.valueOf(failure.getMessage());
        return new FleetException(failure);
    }
}
