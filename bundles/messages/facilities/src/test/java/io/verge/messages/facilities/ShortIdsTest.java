package io.verge.messages.facilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShortIdsTest {
    private final ShortIds ids = new ShortIds(4);

    @Test
    void countsFromZero() {
        assertThat(ids.of("a")).isZero();
        assertThat(ids.of("b")).isEqualTo(1);
    }

    @Test
    void staysTheSame() {
        ids.of("a");
        ids.of("b");
        assertThat(ids.of("a")).isZero();
    }

    @Test
    void givesTheLongestUnusedAgain() {
        for (String name : List.of("a", "b", "c", "d")) {
            ids.of(name);
        }
        ids.of("a");
        assertThat(ids.of("e")).isEqualTo(1);
        assertThat(ids.of("a")).isZero();
    }

    @Test
    void neverGivesOneNumberToTwoThatAreSpokenOf() {
        ShortIds many = new ShortIds(65_536);
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            many.of("long ago " + i);
        }
        for (int i = 0; i < 1024; i++) {
            given.add(many.of("now " + i));
        }
        assertThat(given).hasSize(1024);
    }

    @Test
    void doesNotHurryToGiveANumberAgain() {
        ShortIds many = new ShortIds(65_536);
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            given.add(many.of("event " + i));
        }
        assertThat(given).hasSize(5000);
    }
}
