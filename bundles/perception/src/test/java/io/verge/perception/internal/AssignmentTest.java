package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private final Assignment assignment = new Assignment();

    @Test
    void takesTheBestSumNotTheBestPair() {
        assignment.begin(2, 2);
        assignment.add(0, 0, 10);
        assignment.add(0, 1, 9);
        assignment.add(1, 0, 8);
        assignment.solve();
        assertThat(assignment.columnOf(0)).isEqualTo(1);
        assertThat(assignment.columnOf(1)).isZero();
    }

    @Test
    void leavesApartWhatGainsNothing() {
        assignment.begin(1, 1);
        assignment.add(0, 0, -1);
        assignment.solve();
        assertThat(assignment.columnOf(0)).isEqualTo(Assignment.NONE);
    }

    @Test
    void leavesARowAloneWhenAnotherGainsMore() {
        assignment.begin(2, 1);
        assignment.add(0, 0, 1);
        assignment.add(1, 0, 2);
        assignment.solve();
        assertThat(assignment.rowOf(0)).isEqualTo(1);
    }

    @Property(tries = 2000)
    void isAsGoodAsTryingAll(
            @ForAll @IntRange(min = 0, max = 6) int rows,
            @ForAll @IntRange(min = 0, max = 6) int columns,
            @ForAll @DoubleRange(min = 0, max = 1) double density,
            @ForAll long seed) {
        double[][] gains = gains(rows, columns, density, seed);
        solve(gains, rows, columns);
        assertThat(sum(gains, rows)).isCloseTo(best(gains, 0, new HashSet<>()), within(1e-9));
    }

    @Property(tries = 200)
    void givesEachColumnToOneRowAtMost(
            @ForAll @IntRange(min = 0, max = 60) int rows,
            @ForAll @IntRange(min = 0, max = 60) int columns,
            @ForAll long seed) {
        double[][] gains = gains(rows, columns, 0.2, seed);
        solve(gains, rows, columns);
        Set<Integer> used = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            int column = assignment.columnOf(row);
            if (column != Assignment.NONE) {
                assertThat(used.add(column)).isTrue();
                assertThat(assignment.rowOf(column)).isEqualTo(row);
            }
        }
    }

    private void solve(double[][] gains, int rows, int columns) {
        assignment.begin(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                assignment.add(row, column, gains[row][column]);
            }
        }
        assignment.solve();
    }

    private static double[][] gains(int rows, int columns, double density, long seed) {
        Random random = new Random(seed);
        double[][] gains = new double[rows][columns];
        for (double[] row : gains) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextDouble() < density ? 20 * random.nextDouble() - 4 : 0;
            }
        }
        return gains;
    }

    private double sum(double[][] gains, int rows) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int column = assignment.columnOf(row);
            sum += column == Assignment.NONE ? 0 : gains[row][column];
        }
        return sum;
    }

    private static double best(double[][] gains, int row, Set<Integer> used) {
        if (row == gains.length) {
            return 0;
        }
        double best = best(gains, row + 1, used);
        for (int column = 0; column < gains[row].length; column++) {
            if (gains[row][column] > 0 && used.add(column)) {
                best = Math.max(best, gains[row][column] + best(gains, row + 1, used));
                used.remove(column);
            }
        }
        return best;
    }
}
