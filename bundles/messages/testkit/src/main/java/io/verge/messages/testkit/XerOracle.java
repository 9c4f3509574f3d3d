package io.verge.messages.testkit;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Compares our JSON to XML after X.693 (XER), as {@link Oracle} does. */
final class XerOracle {
    /** Messages that we keep as octets on purpose. */
    private static final Set<String> KEPT_RAW = Set.of("RoadSafetyMessage");

    private static final Set<String> OPEN_TYPES = Set.of("value", "partII-Value", "regExtValue");

    private final Comparison result = new Comparison();

    private XerOracle() {}

    static Comparison compare(JsonTree ours, String xml) {
        XerOracle comparing = new XerOracle();
        comparing.value("", ours, parse(xml));
        return comparing.result;
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("not XML: " + xml, e);
        }
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children;
    }

    private void value(String path, JsonTree ours, Element oracle) {
        List<Element> children = children(oracle);
        if (ours instanceof JsonTree.Items items) {
            items(path, items.items(), children);
        } else if (ours instanceof JsonTree.Members members) {
            if (children.isEmpty() && members.members().containsKey("length")) {
                result.leaf(Notation.isBits(members, oracle.getTextContent()), path, ours, oracle.getTextContent());
            } else {
                members(path, members.members(), children);
            }
        } else if (children.size() == 1) {
            only(path, ours, children.get(0));
        } else {
            String text = oracle.getTextContent();
            result.leaf(children.isEmpty() && sameText(ours, text), path, ours, text);
        }
    }

    /** An element for an enumeration's or boolean's value, or for the type inside an open type. */
    private void only(String path, JsonTree ours, Element child) {
        if (ours instanceof JsonTree.Text && KEPT_RAW.contains(child.getTagName())) {
            result.keptRaw();
            return;
        }
        boolean empty = children(child).isEmpty() && child.getTextContent().isBlank();
        result.leaf(empty && text(ours).equals(child.getTagName()), path, ours, child.getTagName());
    }

    private void items(String path, List<JsonTree> ours, List<Element> oracles) {
        result.leaf(ours.size() == oracles.size(), path + ".size", ours.size(), oracles.size());
        for (int i = 0; i < Math.min(ours.size(), oracles.size()); i++) {
            JsonTree one = ours.get(i);
            Element other = oracles.get(i);
            String at = path + "[" + i + "]";
            if (one instanceof JsonTree.Members choice && other.getTagName().equals(choice.onlyName())) {
                members(at, choice.members(), List.of(other));
            } else if (one instanceof JsonTree.Text && text(one).equals(other.getTagName())) {
                only(at, one, other);
            } else {
                value(at, one, other);
            }
        }
    }

    private void members(String path, Map<String, JsonTree> ours, List<Element> oracles) {
        if (oracles.size() == 1 && isTypeName(oracles.get(0).getTagName())) {
            members(path, ours, children(oracles.get(0)));
            return;
        }
        Set<String> names = new TreeSet<>(ours.keySet());
        for (Element oracle : oracles) {
            JsonTree one = ours.get(oracle.getTagName());
            String at = path + "." + oracle.getTagName();
            if (one == null || !names.remove(oracle.getTagName())) {
                result.leaf(false, at, one == null ? "absent" : "used already", oracle.getTextContent());
            } else if (isOpenType(one, oracle)) {
                value(at, one, children(oracle).get(0));
            } else {
                value(at, one, oracle);
            }
        }
        for (String name : names) {
            result.leaf(false, path + "." + name, String.valueOf(ours.get(name)), "absent");
        }
    }

    /** Whether an element holds an open type whose value is a list: the list's type has an element of its own. */
    private static boolean isOpenType(JsonTree ours, Element oracle) {
        return ours instanceof JsonTree.Items && OPEN_TYPES.contains(oracle.getTagName());
    }

    private static boolean isTypeName(String name) {
        return Character.isUpperCase(name.charAt(0));
    }

    private static String text(JsonTree ours) {
        return ours instanceof JsonTree.Text text
                ? text.text()
                : ours instanceof JsonTree.Literal literal ? literal.text() : "";
    }

    private static boolean sameText(JsonTree ours, String text) {
        if (ours instanceof JsonTree.Literal literal) {
            return literal.text().equals(text.strip()) || (literal.text().equals("null") && text.isBlank());
        }
        String own = text(ours);
        return own.equals(text) || Notation.sameOctets(own, text) || Notation.sameBits(own, text);
    }
}
