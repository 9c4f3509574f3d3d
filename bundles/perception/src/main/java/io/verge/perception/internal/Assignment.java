package io.verge.perception.internal;

import java.util.Arrays;

/**
 * The best assignment of columns to rows: each row gets at most one column and each column goes to at most one row, so that the sum of
 * the gains is greatest; pairs that gain nothing stay apart. Falls into connected components first, each solved exactly by shortest
 * augmenting paths with potentials (Kuhn 1955, Munkres 1957; Jonker and Volgenant 1987). Arrays are reused.
 */
final class Assignment {
    static final int NONE = -1;

    private int rows;
    private int columns;
    private int pairs;
    private int[] pairRow = new int[256];
    private int[] pairColumn = new int[256];
    private double[] pairGain = new double[256];

    /** The pairs of a component, as a list: the first by root, the next by pair. */
    private int[] firstPair = new int[0];

    private int[] nextPair = new int[256];
    private int[] columnOfRow = new int[0];
    private int[] rowOfColumn = new int[0];

    /** Union-find over rows, then columns; afterwards the component of each. */
    private int[] parent = new int[0];

    /** The place of a row or column within its component. */
    private int[] place = new int[0];

    private final Component component = new Component();

    /** Begins a new problem. */
    void begin(int rowCount, int columnCount) {
        rows = rowCount;
        columns = columnCount;
        pairs = 0;
        if (columnOfRow.length < rows) {
            columnOfRow = new int[grown(rows)];
        }
        if (rowOfColumn.length < columns) {
            rowOfColumn = new int[grown(columns)];
        }
        if (parent.length < rows + columns) {
            parent = new int[grown(rows + columns)];
            place = new int[parent.length];
            firstPair = new int[parent.length];
        }
        Arrays.fill(columnOfRow, 0, rows, NONE);
        Arrays.fill(rowOfColumn, 0, columns, NONE);
        for (int i = 0; i < rows + columns; i++) {
            parent[i] = i;
        }
    }

    /** Lets a pair be chosen; a gain of zero or less never is. */
    void add(int row, int column, double gain) {
        if (!(gain > 0)) {
            return;
        }
        if (pairs == pairRow.length) {
            pairRow = Arrays.copyOf(pairRow, 2 * pairs);
            pairColumn = Arrays.copyOf(pairColumn, 2 * pairs);
            pairGain = Arrays.copyOf(pairGain, 2 * pairs);
            nextPair = Arrays.copyOf(nextPair, 2 * pairs);
        }
        pairRow[pairs] = row;
        pairColumn[pairs] = column;
        pairGain[pairs++] = gain;
        parent[root(row)] = root(rows + column);
    }

    void solve() {
        Arrays.fill(place, 0, rows + columns, NONE);
        Arrays.fill(firstPair, 0, rows + columns, NONE);
        for (int pair = pairs - 1; pair >= 0; pair--) {
            int root = root(pairRow[pair]);
            nextPair[pair] = firstPair[root];
            firstPair[root] = pair;
        }
        for (int root = 0; root < rows + columns; root++) {
            if (firstPair[root] != NONE) {
                solveComponent(firstPair[root]);
            }
        }
    }

    /** The column that a row got, or {@link #NONE}. */
    int columnOf(int row) {
        return columnOfRow[row];
    }

    /** The row that a column got, or {@link #NONE}. */
    int rowOf(int column) {
        return rowOfColumn[column];
    }

    private void solveComponent(int first) {
        component.begin();
        for (int pair = first; pair != NONE; pair = nextPair[pair]) {
            int row = pairRow[pair];
            int column = rows + pairColumn[pair];
            if (place[row] == NONE) {
                place[row] = component.addRow(row);
            }
            if (place[column] == NONE) {
                place[column] = component.addColumn(pairColumn[pair]);
            }
        }
        component.size();
        for (int pair = first; pair != NONE; pair = nextPair[pair]) {
            component.gain(place[pairRow[pair]], place[rows + pairColumn[pair]], pairGain[pair]);
        }
        component.solve(columnOfRow, rowOfColumn);
    }

    private int root(int of) {
        int at = of;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static int grown(int needed) {
        return Math.max(64, needed + needed / 2);
    }

    /** One connected component as a dense matrix. Column {@code columns} stands for "none", costs nothing and is never full. */
    private static final class Component {
        private static final double IMPOSSIBLE = 1e12;

        private int rows;
        private int columns;
        private int[] rowNames = new int[8];
        private int[] columnNames = new int[8];
        private double[] cost = new double[64];
        private double[] rowPotential = new double[8];
        private double[] columnPotential = new double[9];
        private double[] distance = new double[9];
        private int[] from = new int[9];
        private int[] matched = new int[9];
        private boolean[] done = new boolean[9];

        void begin() {
            rows = 0;
            columns = 0;
        }

        int addRow(int name) {
            if (rows == rowNames.length) {
                rowNames = Arrays.copyOf(rowNames, 2 * rows);
            }
            rowNames[rows] = name;
            return rows++;
        }

        int addColumn(int name) {
            if (columns == columnNames.length) {
                columnNames = Arrays.copyOf(columnNames, 2 * columns);
            }
            columnNames[columns] = name;
            return columns++;
        }

        void size() {
            if (cost.length < rows * columns) {
                cost = new double[grown(rows * columns)];
            }
            if (rowPotential.length < rows) {
                rowPotential = new double[grown(rows)];
            }
            if (distance.length < columns + 1) {
                int length = grown(columns + 1);
                columnPotential = new double[length];
                distance = new double[length];
                from = new int[length];
                matched = new int[length];
                done = new boolean[length];
            }
            Arrays.fill(cost, 0, rows * columns, IMPOSSIBLE);
            Arrays.fill(rowPotential, 0, rows, 0);
            Arrays.fill(columnPotential, 0, columns + 1, 0);
            Arrays.fill(matched, 0, columns + 1, NONE);
        }

        void gain(int row, int column, double gain) {
            cost[row * columns + column] = -gain;
        }

        void solve(int[] columnOfRow, int[] rowOfColumn) {
            for (int row = 0; row < rows; row++) {
                augment(row, search(row));
            }
            for (int column = 0; column < columns; column++) {
                if (matched[column] != NONE) {
                    columnOfRow[rowNames[matched[column]]] = columnNames[column];
                    rowOfColumn[columnNames[column]] = rowNames[matched[column]];
                }
            }
        }

        /** Dijkstra over reduced costs from a free row; returns the free column that is reached first. */
        private int search(int start) {
            Arrays.fill(distance, 0, columns + 1, Double.MAX_VALUE);
            Arrays.fill(done, 0, columns + 1, false);
            int row = start;
            int last = NONE;
            double reached = 0;
            while (true) {
                int next = relax(row, last, reached);
                reached = distance[next];
                if (next == columns || matched[next] == NONE) {
                    raise(start, reached);
                    return next;
                }
                done[next] = true;
                last = next;
                row = matched[next];
            }
        }

        private int relax(int row, int last, double reached) {
            int next = columns;
            for (int column = 0; column <= columns; column++) {
                if (!done[column]) {
                    double own = column == columns ? 0 : cost[row * columns + column];
                    double through = reached + own - rowPotential[row] - columnPotential[column];
                    if (through < distance[column]) {
                        distance[column] = through;
                        from[column] = last;
                    }
                    if (distance[column] < distance[next]) {
                        next = column;
                    }
                }
            }
            return next;
        }

        private void raise(int start, double reached) {
            rowPotential[start] += reached;
            for (int column = 0; column < columns; column++) {
                if (done[column]) {
                    rowPotential[matched[column]] += reached - distance[column];
                    columnPotential[column] -= reached - distance[column];
                }
            }
        }

        private void augment(int start, int end) {
            int column = end;
            while (column != NONE) {
                int before = from[column];
                int row = before == NONE ? start : matched[before];
                if (column < columns) {
                    matched[column] = row;
                }
                column = before;
            }
        }
    }
}
