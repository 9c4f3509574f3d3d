package io.verge.profile.internal;

import io.verge.profile.ProfileTree.Plain;
import io.verge.profile.internal.YamlNode.Block;
import io.verge.profile.internal.YamlNode.Entry;
import io.verge.profile.internal.YamlNode.Items;
import io.verge.profile.internal.YamlNode.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From a profile's nodes to the types that JSON has. */
public final class TreeReader {
    /** RFC 8259 §6, with lengths bounded as for every number in a profile. */
    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,39})(?:\\.[0-9]{1,40})?(?:[eE][-+]?[0-9]{1,3})?");

    private TreeReader() {}

    /** By key, in order. */
    public static Map<String, Object> block(Block block) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Entry entry : block.entries()) {
            put(tree, entry.key(), value(entry.value()));
        }
        return tree;
    }

    @SuppressWarnings("NullAway") // a tree holds null for nothing, which the type of a Map's values cannot say
    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        tree.put(key, value);
    }

    private static @Nullable Object value(YamlNode node) {
        if (node instanceof Block block) {
            return block(block);
        }
        return node instanceof Items items ? list(items) : scalar((Scalar) node);
    }

    private static List<@Nullable Object> list(Items items) {
        List<@Nullable Object> list = new ArrayList<>();
        for (YamlNode item : items.items()) {
            list.add(value(item));
        }
        return list;
    }

    private static @Nullable Object scalar(Scalar scalar) {
        String text = scalar.text();
        if (scalar.nothing()) {
            return null;
        }
        if (!scalar.plain()) {
            return text;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        // A key that takes texts takes the very characters, so a number counts as one only when it is written back as
        // it was.
        if (JSON_NUMBER.matcher(text).matches()
                && new BigDecimal(text).toString().equals(text)) {
            return new BigDecimal(text);
        }
        boolean other = Scalars.isNumber(text) || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        return other ? new Plain(text) : text;
    }
}
