package io.verge.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Inbox<String> inbox = new Inbox<>(2);
    private final List<String> drained = new ArrayList<>();

    @Test
    void handsOnInOrderAndOnce() {
        inbox.put("first");
        inbox.put("second");
        inbox.drain(drained::add);
        inbox.drain(drained::add);
        assertThat(drained).containsExactly("first", "second");
    }

    @Test
    void dropsAndCountsWhatDoesNotFit() {
        inbox.put("first");
        inbox.put("second");
        inbox.put("third");
        inbox.drain(drained::add);
        assertThat(drained).containsExactly("first", "second");
        assertThat(inbox.overflows()).isEqualTo(1);
    }

    @Test
    void whatComesWhileItIsEmptiedWaitsForTheNextTime() {
        inbox.put("first");
        inbox.drain(heard -> {
            drained.add(heard);
            inbox.put("meanwhile");
        });
        assertThat(drained).containsExactly("first");
    }
}
