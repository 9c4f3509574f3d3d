package io.verge.update.internal.engine;

import io.verge.api.time.Clock;
import io.verge.api.update.Phase;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.transfer.Terms;
import io.verge.trust.Freshness;
import io.verge.trust.Trusted;
import io.verge.update.internal.engine.fetch.Larder;
import io.verge.update.internal.engine.fetch.Larder.Cost;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.journal.Story;
import io.verge.update.internal.engine.release.Refusal;
import io.verge.update.internal.engine.release.Wanted;
import io.verge.update.internal.engine.release.WantedBundle;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The phases up to {@link Phase#STAGED}, in which nothing that runs is touched. What they find out is kept in memory alone: after a restart
 * they begin again, and find on the disk what was fetched. The engine's thread.
 */
final class Preparation {
    private static final Duration TELL = Duration.ofSeconds(1);
    private static final Freshness LOCAL = new Freshness(Freshness.State.CURRENT, null, "it was trusted when it came");
    private static final Reason THERE = new Reason("runs-already", "the box runs it already: nothing was changed", "");

    /**
     * What was found out so far.
     *
     * @param trusted null once it was read, and for what the box has
     * @param wanted null before {@link Phase#PLAN}
     * @param basis what that was read from; null before
     */
    private record Findings(
            Supply supply,
            @Nullable Trusted trusted,
            Larder larder,
            @Nullable Wanted wanted,
            Repository.@Nullable Basis basis) {
        Findings wanting(Wanted found) {
            Repository.Basis from = trusted == null
                    ? basis
                    : Repository.Basis.of(trusted, supply.metadata().way(), found);
            return new Findings(supply, null, larder, found, from);
        }

        List<WantedBundle> bundles() {
            return wanted == null ? List.of() : wanted.bundles();
        }
    }

    private final Course course;
    private final Repository repository;
    private final Planner planner;
    private final Tidying tidying;
    private final EngineSettings settings;
    private final Clock clock;
    private final Generations generations;
    private final LiveSet live;
    private final Supplies supplies;
    private @Nullable Findings findings;
    private long toldAt;

    Preparation(
            EngineParts parts,
            EngineSettings settings,
            Course course,
            Repository repository,
            Planner planner,
            Tidying tidying) {
        this.course = course;
        this.repository = repository;
        this.planner = planner;
        this.tidying = tidying;
        this.settings = settings;
        this.clock = parts.clock();
        this.generations = parts.generations();
        this.live = parts.live();
        this.supplies = parts.supplies();
    }

    /** It came to its end, or begins again. */
    void forget() {
        findings = null;
    }

    /**
     * Whether what was prepared may be switched to by what is trusted now: a long time may have passed. What the box has is not asked about.
     */
    Freshness freshness(Story story) throws Refusal {
        if (story.local()) {
            return LOCAL;
        }
        Repository.Basis basis = found().basis();
        if (basis == null) {
            throw new IllegalStateException("a plan comes first");
        }
        return repository.freshness(basis);
    }

    /** Does the work of a phase and goes to the next, or to the end when the box has what is wanted. */
    void step(Story story) throws IOException, InterruptedException, Refusal {
        if (story.local()) {
            localStep(story);
            return;
        }
        switch (story.phase()) {
            case METADATA -> metadata(story);
            case PLAN -> plan(story);
            case DOWNLOAD -> download();
            case VERIFY -> verify();
            case RESOLVE -> resolve(story);
            case STAGED -> go(Phase.WAIT);
            case WAIT, SWITCH, PROBATION, ROLLBACK, COMMITTED, FAILED, CANCELLED, REJECTED ->
                throw new IllegalStateException("nothing is prepared in " + story.phase());
        }
    }

    private void go(Phase next) throws IOException {
        course.change(story -> story.to(next, clock.now()));
    }

    private void metadata(Story story) throws IOException, Refusal {
        Supply supply = Supplying.open(supplies, story.wish().source());
        Trusted trusted = repository.refresh(supply.metadata());
        findings = new Findings(supply, trusted, repository.larder(), null, null);
        go(Phase.PLAN);
    }

    private Findings found() {
        if (findings == null) {
            throw new IllegalStateException("metadata comes first");
        }
        return findings;
    }

    private void plan(Story story) throws IOException, InterruptedException, Refusal {
        Findings soFar = found();
        Trusted trusted = soFar.trusted();
        Wanted wanted = trusted == null
                ? soFar.wanted()
                : repository.read(trusted, soFar.supply(), soFar.larder(), story.wish(), planner.running());
        if (wanted == null) {
            throw new IllegalStateException("there is nothing to plan");
        }
        tidying.sets(
                course.past(),
                wanted.set().stream().map(bundle -> bundle.sha256()).collect(Collectors.toSet()));
        Planner.Comparison comparison = planner.compare(goal(wanted, soFar.larder()), story.wish());
        course.planned(comparison.plan());
        if (comparison.isThere()) {
            course.end(Phase.COMMITTED, THERE);
            return;
        }
        mustBePossible(comparison);
        findings = soFar.wanting(wanted);
        go(Phase.DOWNLOAD);
    }

    private static void mustBePossible(Planner.Comparison comparison) throws Refusal {
        if (!comparison.obstacles().isEmpty()) {
            throw new Refusal(comparison.obstacles().get(0));
        }
    }

    static Planner.Goal goal(Wanted wanted, Larder larder) throws IOException, Refusal {
        Map<String, Cost> costs = new HashMap<>();
        for (WantedBundle bundle : wanted.bundles()) {
            costs.put(bundle.bundle().name(), larder.cost(bundle));
        }
        return new Planner.Goal(wanted.release(), wanted.set(), costs, wanted.trustedUntil(), wanted.obstacles());
    }

    /** May take days, so others may plan meanwhile. */
    private void download() throws IOException, InterruptedException, Refusal {
        Findings soFar = found();
        Terms terms = Terms.until(clock.now().plus(course.left()))
                .reserving(settings.reserve())
                .with(repository.budget())
                .whileWanted(this::isWanted);
        long done = 0;
        for (WantedBundle bundle : soFar.bundles()) {
            long before = done;
            long size = soFar.larder().cost(bundle).fetched();
            soFar.larder().fetch(bundle, soFar.supply().files(), terms.telling(octets -> progress(before + octets)));
            done += size;
        }
        course.progress(done);
        go(Phase.VERIFY);
    }

    private boolean isWanted() {
        Story now = course.story();
        return now != null && !now.isCancelled();
    }

    private void progress(long octets) {
        course.progress(octets);
        long now = clock.nanoTime();
        if (now - toldAt >= TELL.toNanos()) {
            toldAt = now;
            course.tell();
        }
    }

    private void verify() throws IOException, Refusal {
        Findings soFar = found();
        boolean all = true;
        for (WantedBundle bundle : soFar.bundles()) {
            all &= soFar.larder().store(bundle);
        }
        go(all ? Phase.RESOLVE : Phase.DOWNLOAD);
    }

    private void resolve(Story story) throws IOException, Refusal {
        Wanted wanted = found().wanted();
        if (wanted == null) {
            throw new IllegalStateException("there is nothing to resolve");
        }
        Generation future =
                generations.make(wanted.release(), "update " + story.wish().id(), clock.now(), wanted.set());
        mustResolve(future);
        course.change(now -> now.staged(future.number(), wanted.counters()).to(Phase.STAGED, clock.now()));
    }

    private void mustResolve(Generation future) throws Refusal {
        try {
            live.mustResolve(future);
        } catch (UnresolvedException e) {
            throw new Refusal(
                    new Reason("unresolved", String.valueOf(e.getMessage()), "make a release that has what is missing"),
                    e);
        }
    }

    /** A generation that the box has: there is nothing to fetch, and it was trusted when it came. */
    private void localStep(Story story) throws IOException, Refusal {
        switch (story.phase()) {
            case METADATA -> go(Phase.PLAN);
            case PLAN -> {
                Planner.Comparison comparison =
                        planner.compare(Planner.Goal.of(generations.read(story.generation())), story.wish());
                course.planned(comparison.plan());
                if (comparison.isThere() && live.generation() == story.generation()) {
                    course.end(Phase.COMMITTED, THERE);
                    return;
                }
                mustBePossible(comparison);
                go(Phase.DOWNLOAD);
            }
            case DOWNLOAD -> go(Phase.VERIFY);
            case VERIFY -> go(Phase.RESOLVE);
            case RESOLVE -> {
                mustResolve(generations.read(story.generation()));
                go(Phase.STAGED);
            }
            case STAGED -> go(Phase.WAIT);
            case WAIT, SWITCH, PROBATION, ROLLBACK, COMMITTED, FAILED, CANCELLED, REJECTED ->
                throw new IllegalStateException("nothing is prepared in " + story.phase());
        }
    }
}
