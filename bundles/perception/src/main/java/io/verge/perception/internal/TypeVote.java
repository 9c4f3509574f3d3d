package io.verge.perception.internal;

import io.verge.api.road.RoadUserType;
import java.util.List;

/**
 * What kind of road user a track is: Bayes' rule over the types, from what cameras say and from how fast it moves. Votes count with
 * part of their weight, because a camera that errs once about an object errs again about it. Mutable, one thread.
 */
final class TypeVote {
    /** The types in order of their index; UNKNOWN is what is published when none of them is likely enough. */
    private static final List<RoadUserType> TYPES = List.of(
            RoadUserType.CAR,
            RoadUserType.TRUCK,
            RoadUserType.BUS,
            RoadUserType.MOTORCYCLE,
            RoadUserType.BICYCLE,
            RoadUserType.PEDESTRIAN,
            RoadUserType.ANIMAL,
            RoadUserType.OBSTACLE);

    private static final int COUNT = TYPES.size();
    private static final int BUS = 2;
    private static final int PEDESTRIAN = 5;
    private static final int ANIMAL = 6;
    private static final int OBSTACLE = 7;

    private static final double[] PRIOR = {0.6, 0.06, 0.04, 0.06, 0.1, 0.13, 0.005, 0.005};

    /** Usual length of the body in metres: only for the error of measurements, never published. */
    private static final double[] LENGTH = {4.6, 9, 12, 2.1, 1.8, 0.5, 1, 1};

    /** Upper ends of bands of speed, m/s: who walks, cycles, drives in town, drives fast. */
    private static final double[] BANDS = {2.2, 7, 12};

    /** How the time in which each type moves is spread over these bands. */
    private static final double[][] SPEEDS = {
        {0.08, 0.22, 0.4, 0.3},
        {0.1, 0.25, 0.4, 0.25},
        {0.1, 0.25, 0.4, 0.25},
        {0.08, 0.22, 0.4, 0.3},
        {0.15, 0.79, 0.02, 1e-6},
        {0.95, 0.05, 1e-6, 1e-8},
        {0.5, 0.4, 0.01, 1e-6},
        {0.9, 0.01, 1e-6, 1e-8},
    };

    private static final double STANDING = 0.3;

    private static final double WEIGHT = 0.6;
    private static final double STRENGTH_WEIGHT = 0.4;
    private static final double SPEED_WEIGHT = 0.3;
    private static final double REFLECTION_WEIGHT = 0.3;

    /** The least logarithm of a probability, so that a type can come back. */
    private static final double LEAST = -12;

    /** Logarithms of the probabilities, up to a constant. */
    private final double[] score = new double[COUNT];

    private final double[] probability = new double[COUNT];
    private double length;
    private double walking;
    /** Whether a sensor has ever named these: how something moves and reflects does not tell them from people. */
    private boolean animalNamed;

    private boolean obstacleNamed;

    void start() {
        animalNamed = false;
        obstacleNamed = false;
        for (int i = 0; i < COUNT; i++) {
            score[i] = Math.log(PRIOR[i]);
        }
        normalize();
    }

    void copy(TypeVote other) {
        System.arraycopy(other.score, 0, score, 0, COUNT);
        System.arraycopy(other.probability, 0, probability, 0, COUNT);
        length = other.length;
        walking = other.walking;
        animalNamed = other.animalNamed;
        obstacleNamed = other.obstacleNamed;
    }

    /** Whose movement and reflections are those of a type: of an animal or thing that nobody has named, a pedestrian's. */
    private int kin(int type) {
        boolean unnamed = (type == ANIMAL && !animalNamed) || (type == OBSTACLE && !obstacleNamed);
        return unnamed ? PEDESTRIAN : type;
    }

    /** A sensor names the type; UNKNOWN says nothing. */
    void vote(RoadUserType said, double accuracy) {
        int index = TYPES.indexOf(said);
        if (index < 0) {
            return;
        }
        animalNamed |= said == RoadUserType.ANIMAL;
        obstacleNamed |= said == RoadUserType.OBSTACLE;
        double wrong = Math.log((1 - accuracy) / (COUNT - 1));
        double right = Math.log(accuracy);
        for (int i = 0; i < COUNT; i++) {
            score[i] += WEIGHT * (i == index ? right : wrong);
        }
        normalize();
    }

    /** A radar states its cross section, dBsm; NaN says nothing. */
    void strength(double section) {
        if (Double.isNaN(section)) {
            return;
        }
        double small = STRENGTH_WEIGHT * Strengths.small(section);
        double large = STRENGTH_WEIGHT * Strengths.large(section);
        for (int i = 0; i < OBSTACLE; i++) {
            score[i] += i <= BUS ? large : small;
        }
        score[OBSTACLE] += obstacleNamed ? Math.log((Math.exp(small) + Math.exp(large)) / 2) : small;
        normalize();
    }

    /** How much likelier this cross section is of it than of clutter, as a logarithm; NaN says nothing. */
    double evidence(double section) {
        if (Double.isNaN(section)) {
            return 0;
        }
        double large = probability[0] + probability[1] + probability[BUS] + probability[OBSTACLE] / 2;
        double density = large * Math.exp(Strengths.large(section)) + (1 - large) * Math.exp(Strengths.small(section));
        return STRENGTH_WEIGHT * (Math.log(density) - Strengths.clutter(section));
    }

    /**
     * It moves; standing says nothing.
     *
     * @param speed m/s
     * @param error 1 sigma, m/s
     * @param seconds since this was last said
     */
    void moves(double speed, double error, double seconds) {
        if (speed - 2 * error < STANDING || seconds <= 0) {
            return;
        }
        int band = 0;
        while (band < BANDS.length && speed - error > BANDS[band]) {
            band++;
        }
        double weight = SPEED_WEIGHT * Math.min(1, seconds);
        for (int i = 0; i < COUNT; i++) {
            score[i] += weight * Math.log(SPEEDS[kin(i)][band]);
        }
        normalize();
    }

    /**
     * A reflection was found so far from the expected centre, along the body: long bodies reflect farther away.
     *
     * @param distance m
     * @param variance of the distance were the body a point, m²
     * @param spread 1-sigma distance of the reflecting point from the centre, as a part of the length
     */
    void reflects(double distance, double variance, double spread) {
        for (int i = 0; i < COUNT; i++) {
            double body = spread * LENGTH[kin(i)];
            double expected = variance + body * body;
            score[i] -= REFLECTION_WEIGHT * (distance * distance / expected + Math.log(expected)) / 2;
        }
        normalize();
    }

    /** The likelihood that a sensor of this accuracy names this type, relative to one that guesses. */
    double likelihood(RoadUserType said, double accuracy) {
        int index = TYPES.indexOf(said);
        if (index < 0) {
            return 1;
        }
        double right = probability[index];
        return COUNT * (right * accuracy + (1 - right) * (1 - accuracy) / (COUNT - 1));
    }

    /** How much likelier two votes are about one road user than about any two: from 0 to the number of types. */
    double agreement(TypeVote other) {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += probability[i] * other.probability[i];
        }
        return COUNT * sum;
    }

    RoadUserType best() {
        return TYPES.get(bestIndex());
    }

    double certainty() {
        return probability[bestIndex()];
    }

    /** The root mean square of the lengths that the body may have, m. */
    double length() {
        return length;
    }

    /** The probability that it turns on the spot and needs no room to do so: who walks. */
    double walking() {
        return walking;
    }

    private int bestIndex() {
        int best = 0;
        for (int i = 1; i < COUNT; i++) {
            if (probability[i] > probability[best]) {
                best = i;
            }
        }
        return best;
    }

    private void normalize() {
        double highest = score[0];
        for (double s : score) {
            highest = Math.max(highest, s);
        }
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            score[i] = Math.max(LEAST, score[i] - highest);
            probability[i] = Math.exp(score[i]);
            sum += probability[i];
        }
        double square = 0;
        for (int i = 0; i < COUNT; i++) {
            probability[i] /= sum;
            square += probability[i] * LENGTH[i] * LENGTH[i];
        }
        length = Math.sqrt(square);
        walking = probability[PEDESTRIAN] + probability[ANIMAL] + probability[OBSTACLE];
    }
}
