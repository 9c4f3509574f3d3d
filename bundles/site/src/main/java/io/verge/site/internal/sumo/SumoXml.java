package io.verge.site.internal.sumo;

import io.verge.api.geo.Position;
import io.verge.site.MapImportException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Octets to a network. A document type is refused, so there are no entities to expand or to fetch; the counts of elements and of
 * points are bounded.
 */
public final class SumoXml {
    private static final int MAX_ELEMENTS = 500_000;
    private static final int MAX_POINTS = 1_000_000;
    private static final int SHOWN = 200;

    private final Attributes at;
    private final XMLStreamReader xml;
    private final Map<String, SumoNet.Edge> edges = new LinkedHashMap<>();
    private final Map<String, SumoNet.Junction> junctions = new LinkedHashMap<>();
    private final List<SumoNet.Link> links = new ArrayList<>();
    private final List<SumoNet.Program> programs = new ArrayList<>();
    private SumoNet.Location location = SumoNet.Location.UNKNOWN;
    /** Of the elements that are open now. */
    private List<SumoNet.Lane> lanes = new ArrayList<>();

    private List<String> states = new ArrayList<>();
    private List<String> foes = new ArrayList<>();
    private int points;

    private SumoXml(XMLStreamReader xml) {
        this.xml = xml;
        this.at = new Attributes(xml);
    }

    /**
     * Reads all of a network.
     *
     * @throws MapImportException with the line, when it is not the XML of one
     */
    public static SumoNet read(byte[] octets) throws MapImportException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text(octets)));
            try {
                return new SumoXml(xml).document();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw new MapImportException("line " + line + ": is not the XML of a network: " + reason(e));
        }
    }

    /** UTF-8, which SUMO writes. Read here, since the parser would print what is wrong with it to standard error. */
    private static String text(byte[] octets) throws MapImportException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MapImportException("is not text in UTF-8");
        }
    }

    /** The parser's own words without the place, which it tells in several lines, and without what a file may put there. */
    private static String reason(XMLStreamException e) {
        String text = String.valueOf(e.getMessage());
        String last = text.substring(text.lastIndexOf("Message: ") + 1);
        String line = last.lines().findFirst().orElse("").replaceFirst("^essage: ", "");
        String printable = line.replaceAll("\\p{Cc}", "?");
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
    }

    private SumoNet document() throws XMLStreamException, MapImportException {
        int elements = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw at.wrong("has a document type or an entity; a network has none");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (++elements == 1 && !xml.getLocalName().equals("net")) {
                throw at.wrong("begins with <" + xml.getLocalName() + ">; expected <net>");
            }
            if (elements > MAX_ELEMENTS) {
                throw at.wrong("has more than " + MAX_ELEMENTS + " elements; cut the junction out of the network");
            }
            element();
        }
        return new SumoNet(location, edges, junctions, links, programs);
    }

    private void element() throws MapImportException {
        switch (xml.getLocalName()) {
            case "location" -> location = location();
            case "edge" -> edge();
            case "lane" -> lanes.add(lane());
            case "junction" -> junction();
            case "request" -> foes.add(at.text("foes"));
            case "tlLogic" -> {
                states = new ArrayList<>();
                programs.add(new SumoNet.Program(at.id("id"), states));
            }
            case "phase" -> states.add(at.text("state"));
            case "connection" -> links.add(link());
            default -> {
                // Types, roundabouts and what an editor left behind say nothing of a map.
            }
        }
    }

    private SumoNet.Location location() throws MapImportException {
        List<Position> offset = at.points("netOffset");
        if (offset.size() > 1) {
            throw at.wrong("\"netOffset\" has " + offset.size() + " points; expected one");
        }
        Position shift = offset.isEmpty() ? new Position(0, 0, 0) : offset.get(0);
        String projection = at.text("projParameter");
        return new SumoNet.Location(shift.east(), shift.north(), projection.isEmpty() ? "!" : projection);
    }

    private void edge() throws MapImportException {
        lanes = new ArrayList<>();
        SumoNet.Edge edge = new SumoNet.Edge(
                at.id("id"),
                at.text("from"),
                at.text("to"),
                at.text("function"),
                at.text("name"),
                at.words("crossingEdges"),
                lanes);
        if (edges.put(edge.id(), edge) != null) {
            throw at.wrong("edge \"" + edge.id() + "\" is there twice; expected once");
        }
    }

    private SumoNet.Lane lane() throws MapImportException {
        List<Position> shape = at.points("shape");
        points += shape.size();
        if (points > MAX_POINTS) {
            throw at.wrong("has more than " + MAX_POINTS + " points; cut the junction out of the network");
        }
        return new SumoNet.Lane(
                at.id("id"), at.text("allow"), at.text("disallow"), at.number("speed"), at.number("width"), shape);
    }

    private void junction() throws MapImportException {
        foes = new ArrayList<>();
        Position centre = new Position(at.required("x"), at.required("y"), at.number("z"));
        SumoNet.Junction junction =
                new SumoNet.Junction(at.id("id"), at.text("type"), centre, at.words("intLanes"), foes);
        if (junctions.put(junction.id(), junction) != null) {
            throw at.wrong("junction \"" + junction.id() + "\" is there twice; expected once");
        }
    }

    private SumoNet.Link link() throws MapImportException {
        return new SumoNet.Link(
                at.id("from"),
                at.index("fromLane"),
                at.id("to"),
                at.index("toLane"),
                at.text("via"),
                at.text("dir"),
                at.text("tl"),
                at.text("tl").isEmpty() ? -1 : at.index("linkIndex"));
    }
}
