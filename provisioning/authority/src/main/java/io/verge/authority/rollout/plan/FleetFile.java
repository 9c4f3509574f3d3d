package io.verge.authority.rollout.plan;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The operator's list of boxes: CSV with a head line, or JSON {@code {"boxes":[{…}]}}, with {@code box}, {@code tenant}, and what is
 * known of {@code group}, {@code model}, {@code corridor}, {@code position}, {@code neighbours}. In CSV several corridors, positions
 * and neighbours are divided by semicolons; other columns are passed over, so that the list of the factory serves.
 */
public final class FleetFile {
    private static final Pattern SEMICOLON = Pattern.compile(";");

    private FleetFile() {}

    /**
     * Reads one.
     *
     * @param tenant of the boxes for which the list names none; empty when it must
     * @throws IOException when it is no such list; names the line or the entry, and what was expected
     */
    public static List<Box> read(byte[] content, String tenant) throws IOException {
        List<Box> boxes = new ArrayList<>();
        for (FleetRow row : FleetRow.read(content)) {
            boxes.add(box(row.at(), row.cells(), tenant));
        }
        if (boxes.isEmpty()) {
            throw new IOException("there is no box in the list");
        }
        Set<String> names = new LinkedHashSet<>();
        for (Box box : boxes) {
            if (!names.add(box.name())) {
                throw new IOException(box.name() + " is in the list twice");
            }
        }
        return boxes;
    }

    private static Box box(String at, Map<String, String> row, String otherwise) throws IOException {
        String named = row.getOrDefault("tenant", "");
        String tenant = named.isEmpty() ? otherwise : named;
        try {
            return new Box(
                    tenant,
                    row.getOrDefault("box", ""),
                    row.getOrDefault("group", ""),
                    row.getOrDefault("model", ""),
                    places(row),
                    neighbours(row.getOrDefault("neighbours", ""), tenant));
        } catch (IllegalArgumentException e) {
            throw new IOException(at + ": " + e.getMessage(), e);
        }
    }

    private static List<Box.Place> places(Map<String, String> row) {
        List<String> corridors = split(row.getOrDefault("corridor", ""));
        List<String> positions = split(row.getOrDefault("position", ""));
        if (corridors.size() != positions.size()) {
            throw new IllegalArgumentException("a position for each corridor was expected, " + positions.size()
                    + " for " + corridors.size() + " were found");
        }
        List<Box.Place> places = new ArrayList<>();
        for (int i = 0; i < corridors.size(); i++) {
            places.add(new Box.Place(corridors.get(i), position(positions.get(i))));
        }
        return places;
    }

    private static double position(String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("position: a number was expected, '" + text + "' was found", e);
        }
    }

    private static Set<String> neighbours(String cell, String tenant) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : split(cell)) {
            names.add(name.contains("/") ? name : tenant + "/" + name);
        }
        return names;
    }

    private static List<String> split(String cell) {
        return SEMICOLON
                .splitAsStream(cell)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
