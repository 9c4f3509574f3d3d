package io.verge.generation;

import io.verge.api.disk.Disk;
import io.verge.generation.Generations.Pointed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what the next process starts. Each set has {@value #LIMIT} starts to become healthy; then comes the next of
 *
 * <pre>
 *   current, with what was changed on this box by hand
 *   last good, likewise                    (when it is another)
 *   last good, without those changes       (when there are any)
 *   safe mode
 * </pre>
 *
 * A pointer, set or jar that is damaged is passed over, and one that cannot be read when it was tried {@value Patience#TRIES} times.
 * Nothing that an update writes after its pointer is needed. A start is counted before it is made. Any thread.
 */
public final class Boot {
    /** Starts that a set has. */
    public static final int LIMIT = 3;

    private final Generations generations;
    private final Attempts attempts;
    private final Patience patience;

    /**
     * Reads nothing yet.
     *
     * @param state the agent's folder, such as {@code /var/lib/verge}
     * @param pause is made before what the disk did not give is read again; it should take a moment
     */
    public Boot(Disk disk, Path state, Runnable pause) {
        this.generations = new Generations(disk, state);
        this.patience = new Patience(pause);
        this.attempts = new Attempts(disk, state.resolve("generations"), patience);
    }

    private record Candidate(Generation generation, int serial, String local, boolean proven) {
        /** Pointing again, and other changes by hand, make another key, which has all its starts before it. */
        String key() {
            return generation.number() + "." + serial + (local.isEmpty() ? "" : "+" + local);
        }

        String title() {
            return generation.title() + (local.isEmpty() ? "" : " with this box's own changes");
        }
    }

    /**
     * Decides, and counts the start.
     *
     * @param local tells the changes that were made on this box by hand from others; no spaces; empty when there are none
     */
    public synchronized Start next(String local, Instant now) {
        List<String> passed = new ArrayList<>();
        Map<String, Attempt> before = attempts();
        List<Candidate> candidates = candidates(local, passed);
        Set<String> keys = candidates.stream().map(Candidate::key).collect(Collectors.toSet());
        for (Candidate candidate : candidates) {
            @Nullable Attempt attempt = before.get(candidate.key());
            if (Attempts.isExhausted(attempt, LIMIT)) {
                passed.add(failure(candidate, attempt));
                continue;
            }
            Optional<Start> start = start(candidate, keys, passed, now);
            if (start.isPresent()) {
                return start.get();
            }
        }
        return new Start.Safe(safeSince(keys, now), String.join("; ", passed));
    }

    /** None when that cannot be read: then only a proven set is started, since the start cannot be counted. */
    private Map<String, Attempt> attempts() {
        try {
            return attempts.read();
        } catch (IOException e) {
            return Map.of();
        }
    }

    private List<Candidate> candidates(String local, List<String> passed) {
        List<Candidate> candidates = new ArrayList<>();
        Pointed good = good(passed);
        try {
            Pointed current = patience.read(generations::currentOne);
            if (current.generation().number() == good.generation().number()) {
                good = current; // pointed to again
            } else {
                candidates.add(candidate(current, local, current.generation().isShipped()));
            }
        } catch (IOException e) {
            passed.add("the current generation cannot be read: " + e.getMessage());
        }
        candidates.add(candidate(good, local, true));
        if (!local.isEmpty()) {
            candidates.add(candidate(good, "", true));
        }
        return candidates;
    }

    private static Candidate candidate(Pointed pointed, String local, boolean proven) {
        return new Candidate(pointed.generation(), pointed.serial(), local, proven);
    }

    /** One that cannot be read is not none: that it is passed over is said, and what was shipped stands in for it. */
    private Pointed good(List<String> passed) {
        try {
            return patience.read(generations::goodOne);
        } catch (IOException e) {
            passed.add("the last good generation cannot be read: " + e.getMessage());
            return new Pointed(Generation.SHIPPED, 0);
        }
    }

    /** Empty when it is damaged, or could neither be counted nor trusted without. */
    private Optional<Start> start(Candidate candidate, Set<String> keys, List<String> passed, Instant now) {
        int number = 0;
        try {
            Generation unused = patience.read(() -> verified(candidate.generation()));
        } catch (IOException e) {
            passed.add(candidate.title() + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
        try {
            number = attempts.count(candidate.key(), keys, now).starts();
        } catch (IOException e) {
            if (!candidate.proven()) {
                passed.add("starts of " + candidate.title() + " cannot be counted: " + e.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(new Start.OfSet(
                candidate.generation(),
                !candidate.local().isEmpty(),
                candidate.proven(),
                number,
                String.join("; ", passed),
                candidate.key()));
    }

    private Generation verified(Generation generation) throws IOException {
        generations.verifyJars(generation);
        return generation;
    }

    private static String failure(Candidate candidate, @Nullable Attempt attempt) {
        if (attempt == null) {
            throw new IllegalStateException("what was never started has not failed");
        }
        String reason = attempt.reason().isEmpty() ? "the process ended before it was healthy" : attempt.reason();
        return candidate.title() + " failed " + attempt.starts() + " starts since " + attempt.first() + ": " + reason;
    }

    private Instant safeSince(Set<String> keys, Instant now) {
        try {
            return attempts.count(Attempts.SAFE, keys, now).first();
        } catch (IOException e) {
            return now;
        }
    }

    /** It has become healthy: its failed starts do not count any more. */
    public synchronized void healthy(Start.OfSet start) throws IOException {
        attempts.change(start.key(), attempt -> Optional.empty());
    }

    /** Its process ends because it was asked to: that start does not count. */
    public synchronized void ended(Start.OfSet start) throws IOException {
        if (start.attempt() > 0) {
            attempts.change(start.key(), Attempt::oneLess);
        }
    }

    /** Notes why this start has failed, for whoever asks why the box runs something else. */
    public synchronized void failed(Start.OfSet start, String reason) throws IOException {
        attempts.change(start.key(), attempt -> Optional.of(attempt.failed(reason)));
    }
}
