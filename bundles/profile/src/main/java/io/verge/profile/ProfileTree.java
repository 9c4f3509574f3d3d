package io.verge.profile;

import io.verge.profile.internal.Problems;
import io.verge.profile.internal.ProfileText;
import io.verge.profile.internal.TreeReader;
import io.verge.profile.internal.TreeWriter;
import io.verge.profile.internal.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A profile as a tree of the types that JSON has: Map with String keys in the order of the file, List, String, BigDecimal, Boolean,
 * null for nothing, and {@link Plain} for what JSON cannot say. For those who put profiles together; comments are lost. What is
 * written is read as an equal tree again, as long as numbers have at most 40 digits before and after the point.
 */
public final class ProfileTree {
    private ProfileTree() {}

    /**
     * A value without quotes that JSON has no notation for, such as {@code 0417} or {@code 0x1F}: a number for a key that takes
     * numbers, these very characters for one that takes texts.
     */
    public record Plain(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Reads a profile.
     *
     * @param content YAML in UTF-8
     * @throws IllegalArgumentException when it is no block of sections; says the first thing that is wrong
     */
    public static Map<String, Object> read(byte[] content) {
        Problems problems = new Problems();
        YamlNode root = ProfileText.parse(content, problems);
        List<Problem> found = problems.sorted();
        if (root == null || !found.isEmpty()) {
            throw new IllegalArgumentException(
                    found.isEmpty() ? "this is no profile" : found.get(0).in("profile"));
        }
        if (!(root instanceof YamlNode.Block block)) {
            throw new IllegalArgumentException("a block of sections was expected");
        }
        return TreeReader.block(block);
    }

    /**
     * Writes a profile.
     *
     * @return YAML in UTF-8
     * @throws IllegalArgumentException when a value is of a type that a tree does not have
     */
    public static byte[] write(Map<String, ?> tree) {
        return TreeWriter.write(tree).getBytes(StandardCharsets.UTF_8);
    }
}
