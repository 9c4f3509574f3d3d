package io.verge.messages.testkit;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares our JSON of a decoded value to the decode of an independent implementation: tolerant to notation only,
 * strict on values. Every value of one must be in the other.
 */
public final class Oracle {
    private final Comparison result = new Comparison();

    private Oracle() {}

    /**
     * Compares.
     *
     * @param ours text of {@code Codec.formatJson}
     * @param oracle what the other implementation decoded
     */
    public static Comparison compare(String ours, Vectors.Decode oracle) {
        JsonTree tree = JsonTree.parse(ours);
        if (oracle.format().startsWith("XER")) {
            return XerOracle.compare(tree, ((JsonTree.Text) oracle.value()).text());
        }
        Oracle comparing = new Oracle();
        comparing.value("", tree, oracle.value());
        return comparing.result;
    }

    private void value(String path, JsonTree ours, JsonTree oracles) {
        if (ours instanceof JsonTree.Items items && oracles instanceof JsonTree.Items others) {
            result.leaf(items.items().size() == others.items().size(), path + ".size", items, others);
            for (int i = 0; i < Math.min(items.items().size(), others.items().size()); i++) {
                value(path + "[" + i + "]", items.items().get(i), others.items().get(i));
            }
        } else if (ours instanceof JsonTree.Members members) {
            object(path, members, oracles);
        } else if (ours instanceof JsonTree.Text text) {
            result.leaf(sameText(text.text(), oracles), path, ours, oracles);
        } else {
            result.leaf(ours.equals(oracles), path, ours, oracles);
        }
    }

    private void object(String path, JsonTree.Members ours, JsonTree oracles) {
        if (oracles instanceof JsonTree.Text digits) {
            // Digits, or octets that do not say how many of their bits count.
            boolean same = Notation.isBits(ours, digits.text())
                    || Notation.sameOctets(String.valueOf(ours.text("value")), digits.text());
            result.leaf(same, path, ours, oracles);
        } else if (oracles instanceof JsonTree.Members bits && isBits(bits)) {
            result.leaf(Notation.isBits(ours, String.valueOf(bits.text("bits"))), path, ours, oracles);
        } else if (oracles instanceof JsonTree.Members others) {
            members(path, ours.members(), others.members());
        } else {
            result.leaf(false, path, ours, oracles);
        }
    }

    private static boolean isBits(JsonTree.Members oracles) {
        return "bits".equals(oracles.onlyName());
    }

    private void members(String path, Map<String, JsonTree> ours, Map<String, JsonTree> oracles) {
        Set<String> names = new TreeSet<>(ours.keySet());
        names.addAll(oracles.keySet());
        for (String name : names) {
            JsonTree one = ours.get(name);
            JsonTree other = oracles.get(name);
            if (one != null && other != null) {
                value(path + "." + name, one, other);
            } else if (name.equals("...") && one instanceof JsonTree.Members unknown) {
                unknownAdditions(path, unknown, oracles);
            } else if (!name.startsWith("_ext_") || !ours.containsKey("...")) {
                result.leaf(false, path + "." + name, one == null ? "absent" : one, other == null ? "absent" : other);
            }
        }
    }

    /** Additions of a later edition: {@code "...": {"count": n, "i": hex}} against {@code "_ext_i": hex}. */
    private void unknownAdditions(String path, JsonTree.Members ours, Map<String, JsonTree> oracles) {
        for (Map.Entry<String, JsonTree> member : ours.members().entrySet()) {
            if (!member.getKey().equals("count")) {
                JsonTree other = oracles.get("_ext_" + member.getKey());
                boolean same = member.getValue() instanceof JsonTree.Text hex
                        && other instanceof JsonTree.Text octets
                        && Notation.sameOctets(hex.text(), octets.text());
                result.leaf(same, path + "...." + member.getKey(), member.getValue(), other == null ? "absent" : other);
            }
        }
        long known = ours.members().size() - 1L;
        long theirs = oracles.keySet().stream()
                .filter(name -> name.startsWith("_ext_"))
                .count();
        result.leaf(known == theirs, path + ".... count", ours, oracles);
    }

    private static boolean sameText(String ours, JsonTree oracles) {
        if (oracles instanceof JsonTree.Text text) {
            return ours.equals(text.text())
                    || Notation.sameOctets(ours, text.text())
                    || Notation.sameBits(ours, text.text());
        }
        if (oracles instanceof JsonTree.Members members) {
            String raw = members.text("raw");
            String bits = members.text("bits");
            return members.members().size() == 1
                    && ((raw != null && Notation.sameOctets(ours, raw))
                            || (bits != null && Notation.sameBits(ours, bits)));
        }
        return false;
    }
}
