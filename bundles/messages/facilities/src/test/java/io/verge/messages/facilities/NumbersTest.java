package io.verge.messages.facilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers of messages and of their content, 0 to 127 and round again. */
class NumbersTest {
    @Test
    void everyMessageHasTheNextNumber() {
        MessageCount count = new MessageCount();
        for (int i = 0; i < 128; i++) {
            assertThat(count.next()).isEqualTo(i);
        }
        assertThat(count.next()).isZero();
    }

    @Test
    void aRevisionChangesWithTheContentOnly() {
        Revision revision = new Revision();
        assertThat(revision.of(List.of("red"))).isZero();
        assertThat(revision.of(List.of("red"))).isZero();
        assertThat(revision.of(List.of("green"))).isEqualTo(1);
        assertThat(revision.of(List.of("red"))).isEqualTo(2);
    }

    @Test
    void aRevisionGoesRound() {
        Revision revision = new Revision();
        for (int i = 0; i < 128; i++) {
            revision.of(i);
        }
        assertThat(revision.of("other")).isZero();
    }
}
