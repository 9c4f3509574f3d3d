package io.verge.authority.rollout.plan;

import java.time.Duration;
import java.util.List;

/**
 * How great a wave is.
 *
 * @param name for people
 * @param percent of the boxes concerned that have been updated when this wave is over, 0 to 100
 * @param least boxes of this wave, from 0; fewer only when there are no more
 * @param groups concerns boxes of these; empty for all
 * @param corridors concerns boxes on these; empty for all
 * @param everyModel grows until each model of the boxes concerned has been in a wave
 * @param pause after its last box, before the next wave
 */
public record WaveRule(
        String name,
        double percent,
        int least,
        List<String> groups,
        List<String> corridors,
        boolean everyModel,
        Duration pause) {
    private static final double ALL = 100;

    /** @throws IllegalArgumentException when a number is out of its range; says which */
    public WaveRule {
        if (!(percent >= 0 && percent <= ALL)) {
            throw new IllegalArgumentException("percent: 0 to 100 was expected, " + percent + " was found");
        }
        if (least < 0) {
            throw new IllegalArgumentException("least: 0 or more was expected, " + least + " was found");
        }
        groups = List.copyOf(groups);
        corridors = List.copyOf(corridors);
    }

    boolean concerns(Box box) {
        return (groups.isEmpty() || groups.contains(box.group()))
                && (corridors.isEmpty() || corridors.stream().anyMatch(box::isOn));
    }

    boolean takesTheRest() {
        return percent == ALL && groups.isEmpty() && corridors.isEmpty();
    }

    /**
     * Boxes that this wave takes, beside those that the models want.
     *
     * @param concerned boxes concerned
     * @param before of them in earlier waves
     */
    int size(int concerned, int before) {
        // A share of 7 % of 100 boxes must not become 8 by the last bit of a fraction.
        int share = (int) Math.ceil(percent * concerned / ALL - 1e-9);
        return Math.min(concerned - before, Math.max(share - before, least));
    }
}
