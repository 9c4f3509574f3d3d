package io.verge.cloud.internal.twin;

import io.verge.api.status.State;
import io.verge.api.time.Clock;
import io.verge.profile.Problem;
import io.verge.profile.Profiles;
import io.verge.profile.Report;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Puts a profile in force on probation, and keeps it or takes it back. Used under the lock of {@link TwinCore}.
 *
 * <pre>
 *  nothing ──begin──▶ checked ──saved──▶ applied ──time is over──▶ nobody is worse ─▶ kept
 *                        │ wrong             │ refused by the profile   └ somebody is ───▶ taken back, rejected
 *                        ▼                   ▼
 *                     rejected            rejected
 * </pre>
 *
 * <p>What is on probation when the power goes is judged again at the next start, from the begin; one that was started too often without
 * ever coming to its end is taken back, since it may be what ends the agent.
 */
final class Trials {
    private static final int MOST_STARTS = 3;

    private final TwinMemory memory;
    private final Profiles profiles;
    private final Health health;
    private final Clock clock;
    private final Audit audit;
    private final Supplier<Duration> probation;
    private long begun;

    Trials(
            TwinMemory memory,
            Profiles profiles,
            Health health,
            Clock clock,
            Audit audit,
            Supplier<Duration> probation) {
        this.memory = memory;
        this.profiles = profiles;
        this.health = health;
        this.clock = clock;
        this.audit = audit;
        this.probation = probation;
    }

    /**
     * Checks a profile and, when nothing is wrong with it, puts it in force. Nothing is applied that is not saved before: after a power
     * cut it must be known what to take back.
     *
     * @return false when it cannot be saved, or the profile is held; nothing was changed
     */
    boolean begin(Wish wish, Map<String, Object> target) {
        String before = profiles.text();
        String after = Effective.write(target);
        Trial trial =
                new Trial(wish, before, after, Keys.differing(Effective.readable(before), target), standings(), 0);
        List<Problem> problems = profiles.check(octets(after)).problems();
        if (!problems.isEmpty()) {
            reject(trial, problems);
            return true;
        }
        TwinState state = memory.state();
        memory.set(state.trial(trial));
        if (!memory.save()) {
            memory.set(state);
            return false;
        }
        if (!apply(trial)) {
            memory.set(state);
            memory.save();
            return false;
        }
        return true;
    }

    /**
     * Whether a wish would be right without what is held; when not, it is rejected: it must not turn out wrong hours later, when a hold ends.
     *
     * @param target the profile without holds
     */
    boolean right(Wish wish, Map<String, Object> target) {
        String before = profiles.text();
        String after = Effective.write(target);
        List<Problem> problems = profiles.check(octets(after)).problems();
        if (!problems.isEmpty()) {
            Set<String> changed = Keys.differing(Effective.readable(before), target);
            reject(new Trial(wish, before, after, changed, Map.of(), 0), problems);
        }
        return problems.isEmpty();
    }

    /**
     * After a start.
     *
     * @return false when it was not in force yet, and the profile is held
     */
    boolean resume(Trial interrupted) {
        Trial trial = interrupted.startedAgain();
        String text = profiles.text();
        memory.set(memory.state().trial(trial));
        memory.save();
        if (text.equals(trial.before()) && !text.equals(trial.after()) && trial.starts() <= MOST_STARTS) {
            return apply(trial);
        }
        if (trial.starts() > MOST_STARTS && profiles.held().isEmpty()) {
            takeBack(trial, "the agent was started " + trial.starts() + " times before the probation was over");
        } else {
            begun = clock.nanoTime();
        }
        return true;
    }

    /** Judges when the time is over. */
    void tick() {
        Trial trial = memory.state().trial();
        if (trial == null || clock.nanoTime() - begun < probation.get().toNanos()) {
            return;
        }
        Optional<String> worse = worse(trial);
        if (worse.isEmpty()) {
            keep(trial.wish());
        } else if (profiles.held().isEmpty()) { // else the update may be to blame, and is gone when it is
            takeBack(trial, "after " + probation.get().toSeconds() + " s " + worse.get());
        }
    }

    /** What is wished is in force. */
    void keep(Wish wish) {
        TwinState state = memory.state();
        boolean other = !wish.equals(state.good());
        TwinState kept = state.good(wish, other ? Map.of() : state.refused());
        memory.set(other ? kept.rejected(null) : kept);
        memory.save();
        audit.note("desired-applied", Map.of("epoch", wish.epoch(), "version", wish.version()));
    }

    private Optional<String> worse(Trial trial) {
        List<Problem> problems = profiles.problems();
        if (!problems.isEmpty()) {
            return Optional.of("the profile was wrong: " + problems.get(0));
        }
        return Probation.worse(trial, Effective.readable(profiles.text()), health.now());
    }

    /** False when the profile is held, of late, and nothing was changed. */
    private boolean apply(Trial trial) {
        begun = clock.nanoTime();
        Report report = profiles.apply(octets(trial.after()));
        if (report.good()) {
            memory.set(memory.state().known(trial.after()));
            memory.save();
        } else if (profiles.text().equals(trial.after())) {
            takeBack(trial, report.problems().get(0).toString()); // it is in its place, yet could not be put in force
        } else if (profiles.held().isPresent()) {
            return false;
        } else {
            reject(trial, report.problems());
        }
        return true;
    }

    /** The text that was there comes back as it was, with its comments, unless something else has changed meanwhile. */
    private void takeBack(Trial trial, String why) {
        memory.set(memory.state()
                .known(trial.after())); // should the power go now, it is not taken for a change on the box
        reject(trial, why);
        TwinState state = memory.state();
        Map<String, Object> target = Effective.profile(
                Effective.read(state.local()), state.good(), state.refused().keySet(), state.holds());
        boolean same = target.equals(Effective.readable(trial.before()));
        Report report = profiles.apply(octets(same ? trial.before() : Effective.write(target)));
        if (!report.good()) {
            audit.note("not-taken-back", Map.of("why", report.problems().get(0).toString()));
        }
        memory.set(memory.state().known(profiles.text()));
        memory.save();
    }

    private void reject(Trial trial, List<Problem> problems) {
        Map<String, String> keys = new TreeMap<>();
        for (Problem problem : problems) {
            keys.putIfAbsent(part(problem.key()), problem.toString());
        }
        String more = problems.size() > 1 ? "; and " + (problems.size() - 1) + " more" : "";
        reject(trial, problems.get(0) + more, keys);
    }

    private void reject(Trial trial, String why) {
        Map<String, String> keys = new TreeMap<>();
        trial.changed().forEach(key -> keys.put(key, why));
        reject(trial, why, keys);
    }

    private void reject(Trial trial, String why, Map<String, String> keys) {
        TwinState state = memory.state();
        Wish wish = trial.wish();
        audit.note("desired-rejected", Map.of("epoch", wish.epoch(), "version", wish.version(), "why", why));
        if (wish.equals(state.good())) {
            leaveOut(trial, why);
        } else {
            memory.set(state.trial(null).rejected(new Refusal(wish.epoch(), wish.version(), clock.now(), why, keys)));
        }
        memory.save();
    }

    /** A part of the wish in force that came back, as after a hold, and cannot be: what is there instead stays as the box's own. */
    private void leaveOut(Trial trial, String why) {
        TwinState state = memory.state();
        Map<String, String> refused = new TreeMap<>(state.refused());
        Map<String, Object> before = Effective.readable(trial.before());
        Map<String, Object> local = Effective.read(state.local());
        for (String key : trial.changed()) {
            refused.put(key, why);
            local = Keys.with(local, key, Keys.get(before, key));
        }
        memory.set(state.good(trial.wish(), refused).local(Effective.write(local)));
    }

    private Map<String, State> standings() {
        Map<String, State> standings = new TreeMap<>();
        health.now().forEach((key, status) -> standings.put(key, status.state()));
        return standings;
    }

    /** The part of the profile in which a problem's key is. */
    private static String part(String key) {
        List<String> parts = new ArrayList<>(List.of(key.split("\\.", -1)));
        boolean byBlock = parts.get(0).equals(Keys.DEVICES) || parts.get(0).equals(Keys.APPS);
        return byBlock && parts.size() > 1 ? parts.get(0) + "." + parts.get(1) : parts.get(0);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
