package io.verge.messages.facilities;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.scene.RoadUser;
import io.verge.testkit.Crossing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ObjectIdsTest {
    private final ObjectIds ids = new ObjectIds(20);

    private static List<RoadUser> users(int... ids) {
        return IntStream.of(ids).mapToObj(Crossing::car).toList();
    }

    @Test
    void keepsAnIdThatFits() {
        assertThat(ids.of(users(1, 20, 5))).containsExactly(1, 20, 5);
    }

    @Test
    void foldsAnIdThatDoesNot() {
        assertThat(ids.of(users(21, 43))).containsExactly(1, 3);
    }

    @Test
    void givesTheNextFreeNumberWhenTheFirstChoiceIsTaken() {
        assertThat(ids.of(users(1, 21, 41))).containsExactly(1, 2, 3);
        assertThat(ids.of(users(20, 40))).containsExactly(20, 4);
    }

    @Test
    void staysTheSameWhateverElseComes() {
        ids.of(users(21, 7));
        assertThat(ids.of(users(1, 7, 21))).containsExactly(2, 7, 1);
    }

    @Test
    void givesTheLongestUnusedNumberAgain() {
        ids.of(users(IntStream.rangeClosed(1, 20).toArray()));
        ids.of(users(1, 2));
        assertThat(ids.of(users(100))).containsExactly(3);
    }

    @Test
    void leavesOffWhatHasNoNumber() {
        assertThat(ids.of(users(IntStream.rangeClosed(1, 30).toArray()))).hasSize(20);
    }

    @Property(tries = 200)
    void neverGivesANumberTwiceInAMessage(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectIds some = new ObjectIds(20);
        for (int round = 0; round < 50; round++) {
            List<Integer> of = some.of(
                    users(random.ints(random.nextInt(25), 1, 65_536).distinct().toArray()));
            assertThat(new ArrayList<>(of)).doesNotHaveDuplicates().allMatch(number -> number >= 1 && number <= 20);
        }
    }
}
