package io.verge.update.internal.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.verge.update.internal.engine.Vitals;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How well the box works at one time.
 *
 * @param known false for one that could not be read: nothing is worse than it
 * @param bundles that should run and do not
 * @param components that should run and do not
 * @param devices that are there
 * @param rates of the frames, by device
 * @param p99 ms from device to radio; negative when nothing has gone that way
 * @param heap octets that were left after the last collections; negative when there was none
 * @param threads of the process
 * @param errors that were logged in the last minute
 */
record BoxSample(
        boolean known,
        Set<String> bundles,
        Set<String> components,
        Set<String> devices,
        Map<String, Rate> rates,
        double p99,
        long heap,
        int threads,
        int errors)
        implements Vitals.Sample {
    /** What could not be read. */
    static final BoxSample UNKNOWN = new BoxSample(false, Set.of(), Set.of(), Set.of(), Map.of(), -1, -1, -1, -1);

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 1 << 16;

    /** Frames a second that a device must have given before for a change to mean something. */
    private static final double SPEAKS = 1;

    private static final double LEAST_OF_RATE = 0.8;
    /** ms: what road users may be told so late (docs/performance.md). */
    private static final double LATE = 100;

    private static final double LATER = 1.5;
    private static final double MORE_HEAP = 1.5;
    private static final long HEAP_MARGIN = 16 << 20;
    private static final int THREAD_MARGIN = 16;
    private static final int ERROR_BURST = 30;
    private static final int MOST_NAMES = 3;
    /** Figures of a rate. */
    private static final int RATE = 3;

    BoxSample {
        bundles = Set.copyOf(bundles);
        components = Set.copyOf(components);
        devices = Set.copyOf(devices);
        rates = Map.copyOf(rates);
    }

    @Override
    public Set<String> heard() {
        return rates.entrySet().stream()
                .filter(rate -> rate.getValue().now() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<String> worseThan(Vitals.Sample other, double tolerance) {
        if (!known || !(other instanceof BoxSample before) || !before.known) {
            return Optional.empty();
        }
        return newOnes(bundles, before.bundles)
                .map(names -> "does not run any more: " + names)
                .or(() ->
                        newOnes(components, before.components).map(names -> "components do not run any more: " + names))
                .or(() -> quieter(before, tolerance))
                .or(() -> later(before, tolerance))
                .or(() -> fuller(before));
    }

    private static Optional<String> newOnes(Set<String> now, Set<String> before) {
        Set<String> added = new TreeSet<>(now);
        added.removeAll(before);
        if (added.isEmpty()) {
            return Optional.empty();
        }
        String more = added.size() > MOST_NAMES ? " and " + (added.size() - MOST_NAMES) + " more" : "";
        return Optional.of(String.join(", ", added.stream().limit(MOST_NAMES).toList()) + more);
    }

    private Optional<String> quieter(BoxSample before, double tolerance) {
        for (Map.Entry<String, Rate> was : new TreeMap<>(before.rates).entrySet()) {
            String device = was.getKey();
            double quiet = was.getValue().quiet();
            if (was.getValue().now() < SPEAKS) {
                continue;
            }
            String then = words(quiet) + " frames/s or more before";
            if (!devices.contains(device)) {
                return Optional.of(device + " is not there any more (" + then + ")");
            }
            Rate now = rates.get(device); // null: too early to say
            if (now != null && now.now() + now.margin() < quiet * LEAST_OF_RATE / tolerance) {
                return Optional.of(device + " gives " + words(now.now()) + " frames/s (" + then + ")");
            }
        }
        return Optional.empty();
    }

    private Optional<String> later(BoxSample before, double tolerance) {
        return p99 > LATE * tolerance && before.p99 >= 0 && p99 > before.p99 * LATER * tolerance
                ? Optional.of("one message in a hundred takes " + words(p99) + " ms from device to radio ("
                        + words(before.p99) + " before)")
                : Optional.empty();
    }

    private Optional<String> fuller(BoxSample before) {
        if (before.heap > 0 && heap > before.heap * MORE_HEAP + HEAP_MARGIN) {
            return Optional.of("the heap holds " + heap / 1_000_000 + " MB after a collection ("
                    + before.heap / 1_000_000 + " before)");
        }
        if (threads > before.threads + THREAD_MARGIN) {
            return Optional.of("the process has " + threads + " threads (" + before.threads + " before)");
        }
        return errors > before.errors + ERROR_BURST
                ? Optional.of(errors + " errors were logged within a minute (" + before.errors + " before)")
                : Optional.empty();
    }

    private static String words(double figure) {
        return String.format(Locale.ROOT, figure < 10 ? "%.1f" : "%.0f", figure);
    }

    @Override
    public String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            names(out, "bundles", bundles);
            names(out, "components", components);
            names(out, "devices", devices);
            out.writeObjectFieldStart("rates");
            for (Map.Entry<String, Rate> rate : new TreeMap<>(rates).entrySet()) {
                Rate one = rate.getValue();
                out.writeFieldName(rate.getKey());
                out.writeArray(new double[] {one.now(), one.margin(), one.quiet()}, 0, RATE);
            }
            out.writeEndObject();
            out.writeNumberField("p99", p99);
            out.writeNumberField("heap", heap);
            out.writeNumberField("threads", threads);
            out.writeNumberField("errors", errors);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void names(JsonGenerator out, String field, Set<String> names) throws IOException {
        out.writeArrayFieldStart(field);
        for (String name : new TreeSet<>(names)) {
            out.writeString(name);
        }
        out.writeEndArray();
    }

    /** {@link #UNKNOWN} when it is none. */
    static BoxSample parse(String text) {
        if (text.length() > LONGEST) {
            return UNKNOWN;
        }
        Map<String, Set<String>> names = new TreeMap<>();
        Map<String, Rate> rates = new TreeMap<>();
        Map<String, Double> figures = new TreeMap<>();
        try (JsonParser in = JSON.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return UNKNOWN;
            }
            for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
                JsonToken value = in.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    Set<String> set = names.computeIfAbsent(field, absent -> new TreeSet<>());
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        set.add(in.getText());
                    }
                } else if (value == JsonToken.START_OBJECT) {
                    for (String one = in.nextFieldName(); one != null; one = in.nextFieldName()) {
                        rates.put(one, rate(in));
                    }
                } else {
                    figures.put(field, in.getDoubleValue());
                }
            }
            return in.currentToken() == JsonToken.END_OBJECT ? of(names, rates, figures) : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static Rate rate(JsonParser in) throws IOException {
        double[] figures = new double[RATE];
        in.nextToken();
        for (int i = 0; i < RATE; i++) {
            in.nextToken();
            figures[i] = in.getDoubleValue();
        }
        if (in.nextToken() != JsonToken.END_ARRAY) {
            throw new IOException("a rate has " + RATE + " figures");
        }
        return new Rate(figures[0], figures[1], figures[2]);
    }

    private static BoxSample of(Map<String, Set<String>> names, Map<String, Rate> rates, Map<String, Double> figures) {
        return new BoxSample(
                true,
                names.getOrDefault("bundles", Set.of()),
                names.getOrDefault("components", Set.of()),
                names.getOrDefault("devices", Set.of()),
                rates,
                figures.getOrDefault("p99", -1.0),
                figures.getOrDefault("heap", -1.0).longValue(),
                figures.getOrDefault("threads", -1.0).intValue(),
                figures.getOrDefault("errors", -1.0).intValue());
    }
}
