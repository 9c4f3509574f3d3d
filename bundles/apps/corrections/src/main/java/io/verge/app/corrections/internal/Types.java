package io.verge.app.corrections.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message numbers of RTCM 3: 0 to 4095. */
final class Types {
    private static final int GREATEST = 4095;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

    private final BitSet listed = new BitSet(GREATEST + 1);

    private Types() {}

    /**
     * As people write them: {@code 1005} or {@code 1074-1077}.
     *
     * @throws IllegalArgumentException lists all that is wrong
     */
    static Types parse(String... texts) {
        Types types = new Types();
        List<String> problems = new ArrayList<>();
        for (String text : texts) {
            if (!types.add(text)) {
                problems.add("types: '" + text + "' is neither a number from 0 to 4095 nor from-to");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return types;
    }

    private boolean add(String text) {
        Matcher range = RANGE.matcher(text.strip());
        if (!range.matches()) {
            return false;
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        if (from > to || to > GREATEST) {
            return false;
        }
        listed.set(from, to + 1);
        return true;
    }

    boolean contains(int type) {
        return type >= 0 && listed.get(type);
    }
}
