package io.verge.authority.rollout;

import io.verge.authority.rollout.plan.Box;
import io.verge.authority.rollout.plan.Planner;
import io.verge.authority.rollout.plan.Policy;
import io.verge.authority.rollout.plan.WaveRule;
import io.verge.authority.rollout.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Boxes one behind the other along a corridor, and a roll-out to them in three waves: two boxes, half of them, all. */
final class City {
    static final String RELEASE = "2026.12.1";
    /** What a box may take. */
    static final Duration DEADLINE = Duration.ofHours(6);

    private final String tenant;
    private final String street;
    private final int size;

    City(String tenant, int size) {
        this(tenant, "crossing", size);
    }

    /** @param street before the numbers of its boxes */
    City(String tenant, String street, int size) {
        this.tenant = tenant;
        this.street = street;
        this.size = size;
    }

    List<Box> boxes() {
        List<Box> city = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Box.Place> places = List.of(new Box.Place("ring", i));
            city.add(new Box(tenant, street + "-" + i, "", i % 2 == 0 ? "x86" : "arm", places, Set.of()));
        }
        return city;
    }

    List<String> names() {
        return boxes().stream().map(Box::name).toList();
    }

    Run planned(Instant now) {
        Policy policy = new Policy(
                List.of(wave("two", 0, 2, true), wave("50 %", 50, 0, false), wave("all", 100, 0, false)),
                98,
                2,
                DEADLINE,
                Duration.ofSeconds(5),
                100,
                null);
        return Run.planned(RELEASE, 1, policy, Planner.plan(boxes(), policy, new SplittableRandom(3)), now);
    }

    private static WaveRule wave(String name, int percent, int least, boolean everyModel) {
        return new WaveRule(name, percent, least, List.of(), List.of(), everyModel, Duration.ofSeconds(5));
    }
}
