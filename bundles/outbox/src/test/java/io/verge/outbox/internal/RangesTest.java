package io.verge.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RangesTest {
    /** Pairs of numbers as ranges, beside a set of bits. */
    @Property
    void isASetOfNumbers(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 60) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 60) int from,
            @ForAll @IntRange(min = 0, max = 20) int length) {
        Ranges ranges = new Ranges();
        BitSet bits = new BitSet();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            int first = Math.min(numbers.get(i), numbers.get(i + 1));
            int last = Math.max(numbers.get(i), numbers.get(i + 1));
            ranges.add(first, last);
            bits.set(first, last + 1);
        }
        for (int i = 0; i <= 61; i++) {
            assertThat(ranges.contains(i)).isEqualTo(bits.get(i));
        }
        BitSet all = new BitSet();
        ranges.forEach((first, last) -> all.set((int) first, (int) last + 1));
        assertThat(all).isEqualTo(bits);
        List<Integer> gaps = new ArrayList<>();
        ranges.forEachGap(from, from + length, (first, last) -> {
            for (long i = first; i <= last; i++) {
                gaps.add((int) i);
            }
        });
        BitSet missing = new BitSet();
        missing.set(from, from + length + 1);
        missing.andNot(bits);
        assertThat(gaps).containsExactlyElementsOf(missing.stream().boxed().toList());
        assertThat(ranges.endOfRange(from)).isEqualTo(bits.nextClearBit(from) - 1L);
    }
}
