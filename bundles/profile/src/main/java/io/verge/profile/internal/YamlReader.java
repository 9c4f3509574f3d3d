package io.verge.profile.internal;

import io.verge.profile.internal.YamlNode.Block;
import io.verge.profile.internal.YamlNode.Entry;
import io.verge.profile.internal.YamlNode.Items;
import io.verge.profile.internal.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Makes a tree of YAML 1.2. Built on the parser's events, so that depth and number of values are checked before a value is
 * kept. A profile has no use for aliases, tags and a second document; they are refused.
 */
final class YamlReader {
    private static final int DEEPEST = 16;
    private static final int MOST_VALUES = 20_000;
    /** Each value below a key is told apart by a path with the key in it. */
    private static final int LONGEST_KEY = 1_000;

    private final Iterator<Event> events;
    private final Problems problems;
    private int values;

    private YamlReader(Iterator<Event> events, Problems problems) {
        this.events = events;
        this.problems = problems;
    }

    /** The tree of a text; null when it is not YAML, which is then a problem. Keys given twice are problems too. */
    static @Nullable YamlNode read(String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("profile")
                .setCodePointLimit(ProfileText.LARGEST)
                // Read at once: a character of two halves at the end of a full buffer makes the parser fail.
                .setBufferSize(text.length() + 1)
                .build();
        try {
            return new YamlReader(new Parse(settings).parseString(text).iterator(), problems).document();
        } catch (Refused e) {
            problems.add(e.line, "", e.reason);
        } catch (MarkedYamlEngineException e) {
            int line = line(e.getProblemMark().or(e::getContextMark));
            String problem = e.getProblem() == null ? e.getContext() : e.getProblem();
            problems.add(line, "", "this is not YAML: " + Wording.path(String.valueOf(problem)));
        } catch (YamlEngineException e) {
            problems.add(0, "", "this is not YAML: " + Wording.path(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private @Nullable YamlNode document() throws Refused {
        Event event = next(Event.ID.DocumentStart);
        if (event == null) {
            problems.add(0, "", "the profile is empty");
            return null;
        }
        YamlNode root = node(events.next(), "", 0);
        Event second = next(Event.ID.DocumentStart);
        if (second != null) {
            throw new Refused(second, "a profile is one YAML document, and a second begins here");
        }
        return root;
    }

    /** Passes over events up to the next of this kind; null when there is none. */
    private @Nullable Event next(Event.ID wanted) {
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == wanted) {
                return event;
            }
        }
        return null;
    }

    private YamlNode node(Event event, String path, int depth) throws Refused {
        if (++values > MOST_VALUES) {
            throw new Refused(event, "a profile has at most " + MOST_VALUES + " values, and more follow here");
        }
        if (depth > DEEPEST) {
            throw new Refused(event, "a profile is nested at most " + DEEPEST + " deep, and this is deeper");
        }
        if (event instanceof AliasEvent alias) {
            throw new Refused(
                    event,
                    "aliases are not allowed: write out what *"
                            + Wording.shortened(alias.getAlias().getValue()) + " stands for");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag());
            return new Scalar(line(event), scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
        }
        if (event instanceof CollectionStartEvent collection) {
            refuseTag(event, collection.getTag());
        }
        if (event instanceof SequenceStartEvent) {
            return new Items(line(event), items(path, depth));
        }
        if (event instanceof MappingStartEvent) {
            return new Block(line(event), entries(path, depth));
        }
        throw new Refused(event, "this is not YAML: unexpected " + event.getEventId());
    }

    private List<YamlNode> items(String path, int depth) throws Refused {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, path + "[" + items.size() + "]", depth + 1));
        }
        return items;
    }

    private List<Entry> entries(String path, int depth) throws Refused {
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = node(event, path, depth + 1);
            if (!(key instanceof Scalar scalar)) {
                throw new Refused(event, "a key is one word, and this is a list or a block");
            }
            if (scalar.text().length() > LONGEST_KEY) {
                throw new Refused(event, "a key has at most " + LONGEST_KEY + " characters, and this has more");
            }
            String below = path.isEmpty() ? scalar.text() : path + "." + scalar.text();
            YamlNode value = node(events.next(), below, depth + 1);
            Integer first = lines.putIfAbsent(scalar.text(), key.line());
            if (first == null) {
                entries.add(new Entry(key.line(), scalar.text(), value));
            } else {
                problems.add(key.line(), Wording.path(below), "is given twice, first in line " + first);
            }
        }
        return entries;
    }

    private static void refuseTag(Event event, Optional<String> tag) throws Refused {
        if (tag.isPresent()) {
            throw new Refused(event, "tags are not allowed: remove " + Wording.shortened(tag.get()));
        }
    }

    private static int line(Event event) {
        return line(event.getStartMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(0);
    }

    /** Why reading ends here. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final String reason;

        Refused(Event event, String reason) {
            super(reason);
            this.line = YamlReader.line(event);
            this.reason = reason;
        }
    }
}
