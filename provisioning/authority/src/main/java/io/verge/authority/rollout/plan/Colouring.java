package io.verge.authority.rollout.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Cuts boxes into classes of which none holds two neighbours, by Brélaz's rule: next comes the box whose neighbours have the most
 * classes already. It needs no more classes than must be where corridors form lines and grids: two.
 */
final class Colouring {
    private final List<Node> nodes;

    private static final class Node {
        private final Box box;
        private final int rank;
        private final List<Node> neighbours = new ArrayList<>();
        private final BitSet taken = new BitSet();
        private int colour = -1;

        Node(Box box, int rank) {
            this.box = box;
            this.rank = rank;
        }

        int saturation() {
            return taken.cardinality();
        }

        int degree() {
            return neighbours.size();
        }

        int rank() {
            return rank;
        }
    }

    private Colouring(List<Box> boxes, Neighbours neighbours) {
        List<Node> all = new ArrayList<>();
        boxes.forEach(box -> all.add(new Node(box, all.size())));
        Map<String, Node> byName = all.stream().collect(Collectors.toMap(node -> node.box.name(), Function.identity()));
        for (Node node : all) {
            for (String other : neighbours.of(node.box)) {
                Node there = byName.get(other);
                if (there != null) {
                    node.neighbours.add(there);
                }
            }
        }
        nodes = all;
    }

    /** The classes, each in the order in which the boxes came. */
    static List<List<Box>> classes(List<Box> boxes, Neighbours neighbours) {
        Colouring colouring = new Colouring(boxes, neighbours);
        int colours = colouring.colour();
        List<List<Box>> classes = new ArrayList<>();
        for (int colour = 0; colour < colours; colour++) {
            int one = colour;
            classes.add(colouring.nodes.stream()
                    .filter(node -> node.colour == one)
                    .map(node -> node.box)
                    .toList());
        }
        return classes;
    }

    private int colour() {
        int colours = 0;
        List<Node> open = new ArrayList<>(nodes);
        Comparator<Node> urgent = Comparator.comparingInt(Node::saturation)
                .thenComparingInt(Node::degree)
                .thenComparing(Comparator.comparingInt(Node::rank).reversed());
        while (!open.isEmpty()) {
            Node next = open.stream().max(urgent).orElseThrow();
            open.remove(next);
            next.colour = next.taken.nextClearBit(0);
            next.neighbours.forEach(neighbour -> neighbour.taken.set(next.colour));
            colours = Math.max(colours, next.colour + 1);
        }
        return colours;
    }
}
