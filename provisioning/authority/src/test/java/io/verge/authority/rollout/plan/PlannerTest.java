package io.verge.authority.rollout.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the plan of any city. */
class PlannerTest {
    @Property(tries = 300)
    void everyBoxIsPlannedOnce(@ForAll("cities") List<Box> city, @ForAll("policies") Policy policy, @ForAll long seed) {
        Plan plan = Planner.plan(city, policy, new SplittableRandom(seed));

        List<String> planned =
                plan.steps().stream().flatMap(step -> step.boxes().stream()).toList();
        assertThat(planned)
                .containsExactlyInAnyOrderElementsOf(
                        city.stream().map(Box::name).toList());
        assertThat(plan.steps())
                .noneMatch(step -> step.boxes().isEmpty() || step.boxes().size() > policy.atOnce());
    }

    @Property(tries = 300)
    void noTwoNeighboursAreInOneStep(
            @ForAll("cities") List<Box> city, @ForAll("policies") Policy policy, @ForAll long seed) {
        Map<String, Box> boxes = city.stream().collect(Collectors.toMap(Box::name, Function.identity()));
        Neighbours neighbours = new Neighbours(city);

        for (Plan.Step step :
                Planner.plan(city, policy, new SplittableRandom(seed)).steps()) {
            for (String one : step.boxes()) {
                assertThat(step.boxes())
                        .noneMatch(other ->
                                neighbours.are(requireNonNull(boxes.get(one)), requireNonNull(boxes.get(other))));
            }
        }
    }

    @Property(tries = 300)
    void theFirstWaveOfTheFleetCompletesTheModels(@ForAll("cities") List<Box> city, @ForAll long seed) {
        Plan plan = Planner.plan(city, Policy.USUAL, new SplittableRandom(seed));

        Map<String, String> models = city.stream().collect(Collectors.toMap(Box::name, Box::model));
        int first = plan.steps().get(0).waveName().equals("lab") ? 1 : 0;
        Set<String> seen = new HashSet<>();
        for (int wave = 0; wave <= Math.min(first, plan.waves() - 1); wave++) {
            plan.boxes(wave).forEach(box -> seen.add(models.get(box)));
        }
        assertThat(seen).containsAll(models.values());
    }

    @Property(tries = 100)
    void theSameSeedMakesTheSamePlanInWhateverOrderTheBoxesCome(@ForAll("cities") List<Box> city, @ForAll long seed) {
        List<Box> shuffled = new ArrayList<>(city);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Planner.plan(shuffled, Policy.USUAL, new SplittableRandom(seed)))
                .isEqualTo(Planner.plan(city, Policy.USUAL, new SplittableRandom(seed)));
    }

    @Property(tries = 100)
    void aWaveIsAsGreatAsItsRuleSaysButForTheModels(@ForAll("cities") List<Box> city, @ForAll long seed) {
        Policy policy = policy(List.of(rule(10, 0, false), rule(50, 3, false), rule(100, 0, false)), 1_000);
        Plan plan = Planner.plan(city, policy, new SplittableRandom(seed));

        assertThat(plan.boxes(0)).hasSize((int) Math.ceil(city.size() / 10.0));
    }

    @Property(tries = 100)
    void aGridOfCorridorsNeedsTwoStepsAWave(@ForAll long seed) {
        List<Box> grid = new ArrayList<>();
        for (int x = 0; x < 8; x++) {
            for (int y = 0; y < 8; y++) {
                List<Box.Place> places = List.of(new Box.Place("street-" + x, y), new Box.Place("avenue-" + y, x));
                grid.add(new Box("city", "x" + x + "y" + y, "", "", places, Set.of()));
            }
        }
        Plan plan = Planner.plan(grid, policy(List.of(rule(100, 0, false)), 1_000), new SplittableRandom(seed));

        assertThat(plan.steps()).hasSize(2);
    }

    @Provide
    Arbitrary<List<Box>> cities() {
        Arbitrary<List<Box.Place>> places = Combinators.combine(
                        Arbitraries.of("north", "south", "ring"),
                        Arbitraries.integers().between(1, 12))
                .as((corridor, position) -> new Box.Place(corridor, position))
                .list()
                .ofMaxSize(2);
        Arbitrary<Set<String>> others = Arbitraries.integers()
                .between(0, 79)
                .map(number -> "city/b" + number)
                .set()
                .ofMaxSize(2);
        Arbitrary<Box> boxes = Combinators.combine(
                        Arbitraries.integers().between(0, 79),
                        Arbitraries.of("", "lab", "west"),
                        Arbitraries.of("arm", "x86", "pi"),
                        places,
                        others)
                .as((number, group, model, where, near) -> new Box("city", "b" + number, group, model, where, near));
        return boxes.list().ofMinSize(1).ofMaxSize(60).uniqueElements(Box::name);
    }

    @Provide
    Arbitrary<Policy> policies() {
        Arbitrary<WaveRule> rules = Combinators.combine(
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(true, false))
                .as(PlannerTest::rule);
        return Combinators.combine(
                        rules.list().ofMaxSize(4), Arbitraries.integers().between(1, 20))
                .as((some, atOnce) -> {
                    List<WaveRule> all = new ArrayList<>(some);
                    all.add(rule(100, 0, false));
                    return policy(all, atOnce);
                });
    }

    private static WaveRule rule(int percent, int least, boolean everyModel) {
        return new WaveRule(percent + " %", percent, least, List.of(), List.of(), everyModel, Duration.ofHours(1));
    }

    private static Policy policy(List<WaveRule> waves, int atOnce) {
        return new Policy(waves, 98, 2, Duration.ofHours(1), Duration.ZERO, atOnce, null);
    }
}
