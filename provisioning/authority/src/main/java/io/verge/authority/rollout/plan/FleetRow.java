package io.verge.authority.rollout.plan;

import io.verge.authority.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an operator's list of boxes, which is CSV with a head line or JSON {@code {"boxes":[{…}]}}.
 *
 * @param at where in the list, for people
 * @param cells by the name of their column, without white space around
 */
public record FleetRow(String at, Map<String, String> cells) {
    private static final String MARK = "\uFEFF";

    public FleetRow {
        cells = Map.copyOf(cells);
    }

    /** A cell; empty when there is none. */
    public String cell(String name) {
        return cells.getOrDefault(name, "");
    }

    /**
     * All rows of a list.
     *
     * @throws IOException when it is no such list; says what was expected
     */
    public static List<FleetRow> read(byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        String begin = text.startsWith(MARK) ? text.substring(1) : text;
        return begin.stripLeading().startsWith("{") ? json(begin) : csv(begin);
    }

    private static List<FleetRow> csv(String text) throws IOException {
        List<String> lines = text.lines().toList();
        List<String> head = CsvLine.cells(lines.isEmpty() ? "" : lines.get(0)).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!head.contains("box")) {
            throw new IOException("line 1: a head line with a column 'box' was expected");
        }
        List<FleetRow> rows = new ArrayList<>();
        for (int number = 2; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank()) {
                rows.add(new FleetRow("line " + number, row(head, CsvLine.cells(line))));
            }
        }
        return rows;
    }

    private static Map<String, String> row(List<String> head, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(head.size(), cells.size()); i++) {
            row.put(head.get(i), cells.get(i).strip());
        }
        return row;
    }

    private static List<FleetRow> json(String text) throws IOException {
        List<FleetRow> rows = new ArrayList<>();
        for (JsonObject entry :
                JsonObject.read(text.getBytes(StandardCharsets.UTF_8)).objects("boxes")) {
            Map<String, String> row = new HashMap<>();
            for (Map.Entry<String, @Nullable Object> member : entry.members().entrySet()) {
                row.put(member.getKey(), joined(member.getValue()));
            }
            rows.add(new FleetRow(entry.at(), row));
        }
        return rows;
    }

    /** A list as the cell of a CSV has it. */
    private static String joined(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return String.join(";", list.stream().map(FleetRow::joined).toList());
        }
        return value == null ? "" : value.toString();
    }
}
