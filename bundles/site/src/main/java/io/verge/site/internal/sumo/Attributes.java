package io.verge.site.internal.sumo;

import io.verge.api.geo.Position;
import io.verge.site.MapImportException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** The attributes of the element that is read now, each by what it must be. */
final class Attributes {
    /** Metres; farther than any network reaches, near enough for a double to hold millimetres. */
    private static final double MAX_COORDINATE = 1e8;

    private static final int MAX_INDEX = 100_000;
    private static final int SHOWN = 40;

    private final XMLStreamReader xml;

    Attributes(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Empty when absent. */
    String text(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    List<String> words(String name) {
        String text = text(name).strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    String id(String name) throws MapImportException {
        String value = text(name);
        if (value.isEmpty()) {
            throw wrong("<" + xml.getLocalName() + "> has no \"" + name + "\"");
        }
        return value;
    }

    /** NaN when absent. */
    double number(String name) throws MapImportException {
        String value = text(name);
        return value.isEmpty() ? Double.NaN : finite(name, value);
    }

    double required(String name) throws MapImportException {
        return finite(name, id(name));
    }

    int index(String name) throws MapImportException {
        double value = required(name);
        if (value != Math.rint(value) || value < 0 || value > MAX_INDEX) {
            throw wrong(
                    "\"" + name + "\" is " + shown(text(name)) + "; expected a whole number from 0 to " + MAX_INDEX);
        }
        return (int) value;
    }

    /** A list such as {@code 1.0,2.0 3.0,4.0,0.5}: east, north and perhaps up. */
    List<Position> points(String name) throws MapImportException {
        List<Position> points = new ArrayList<>();
        for (String word : words(name)) {
            String[] numbers = word.split(",", -1);
            if (numbers.length < 2 || numbers.length > 3) {
                throw wrong("\"" + name + "\" has a point " + shown(word) + "; expected x,y or x,y,z");
            }
            points.add(new Position(
                    finite(name, numbers[0]),
                    finite(name, numbers[1]),
                    numbers.length > 2 ? finite(name, numbers[2]) : Double.NaN));
        }
        return points;
    }

    private double finite(String name, String text) throws MapImportException {
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= MAX_COORDINATE) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong("\"" + name + "\" has " + shown(text) + "; expected a number up to " + (long) MAX_COORDINATE);
    }

    /** What is wrong with this element, with its line. */
    MapImportException wrong(String text) {
        return new MapImportException("line " + xml.getLocation().getLineNumber() + ": " + text);
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cc}", "?");
        return "\"" + (printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…") + "\"";
    }
}
