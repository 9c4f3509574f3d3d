package io.verge.driver.signal.ntcip1202.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.Counters;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nine objects that hold the numbers 1 to 9. */
class StatusPollTest {
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final List<String> OIDS =
            IntStream.rangeClosed(1, 9).mapToObj(i -> "1.3.6.1." + i).toList();

    private final FakeAgent agent = new FakeAgent();
    private final ManualClock clock = ManualClock.leaping();
    private final Counters.Counter silences = new Counters().counter("silences");
    private final ByteBuffer octets = ByteBuffer.allocate(100);
    private int kept;

    StatusPollTest() {
        IntStream.rangeClosed(1, 9).forEach(i -> agent.values.put("1.3.6.1." + i, i));
    }

    private StatusPoll poll(int batch) {
        return new StatusPoll(agent, OIDS, new Batch(batch), PERIOD, () -> kept++, clock, silences);
    }

    private int read(StatusPoll poll) throws IOException {
        octets.clear();
        return poll.read(octets, PERIOD);
    }

    @Test
    void aReadIsTheValueOfEveryObjectInOrder() throws IOException {
        agent.values.put(FlashStatus.OID, 2);
        assertThat(read(poll(4))).isEqualTo(10);
        byte[] values = new byte[10];
        octets.flip().get(values);
        assertThat(values).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 2);
    }

    @Test
    void objectsAreAskedForInBatches() throws IOException {
        read(poll(4));
        assertThat(agent.requests).containsExactly(4, 4, 1, 1);
    }

    @Test
    void aBatchThatIsTooGreatIsHalvedAndStaysSo() throws IOException {
        agent.most = 5;
        StatusPoll poll = poll(9);
        assertThat(read(poll)).isEqualTo(10);
        read(poll);
        assertThat(agent.requests).containsExactly(9, 5, 4, 1, 5, 4);
    }

    @Test
    void looksAreAPeriodApart() throws IOException {
        StatusPoll poll = poll(9);
        long begin = clock.nanoTime();
        for (int i = 0; i < 11; i++) {
            read(poll);
        }
        assertThat(Duration.ofNanos(clock.nanoTime() - begin)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aReadThatMayNotWaitSoLongIsEmpty() throws IOException {
        StatusPoll poll = poll(9);
        read(poll);
        assertThat(poll.read(octets, Duration.ofMillis(20))).isZero();
    }

    @Test
    void callsAreKeptAliveAtEveryLook() throws IOException {
        StatusPoll poll = poll(9);
        read(poll);
        read(poll);
        assertThat(kept).isEqualTo(2);
    }

    @Test
    void theFlashStatusIsAskedForOnceASecond() throws IOException {
        StatusPoll poll = poll(9);
        for (int i = 0; i < 20; i++) {
            read(poll);
        }
        assertThat(agent.requests.stream().filter(size -> size == 1)).hasSize(2);
    }

    @Test
    void aControllerWithoutFlashStatusIsNotAskedForItAgain() throws IOException {
        agent.refused = FlashStatus.OID;
        StatusPoll poll = poll(9);
        for (int i = 0; i < 20; i++) {
            assertThat(read(poll)).isEqualTo(10);
        }
        assertThat(agent.requests.stream().filter(size -> size == 1)).hasSize(1);
    }

    @Test
    void aFewSilencesAreBorne() throws IOException {
        StatusPoll poll = poll(9);
        agent.silent = true;
        for (int i = 0; i < 5; i++) {
            assertThat(read(poll)).isZero();
        }
        agent.silent = false;
        assertThat(read(poll)).isEqualTo(10);
        assertThat(silences.get()).isEqualTo(5);
    }

    @Test
    void theBatchIsWhatItWasWhenTheControllerComesBack() throws IOException {
        StatusPoll poll = poll(9);
        read(poll);
        agent.silent = true;
        for (int i = 0; i < 5; i++) {
            read(poll);
        }
        agent.silent = false;
        agent.requests.clear();
        read(poll);
        assertThat(agent.requests).startsWith(9);
    }

    @Test
    void aControllerThatIsAwayIsLost() {
        StatusPoll poll = poll(9);
        agent.silent = true;
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        read(poll);
                    }
                })
                .isInstanceOf(Agent.SilentException.class);
    }

    @Test
    void aNumberThatIsNoOctetIsRefusedByName() {
        agent.values.put("1.3.6.1.3", 256);
        assertThatThrownBy(() -> read(poll(9))).hasMessage("1.3.6.1.3 is 256, expected 0 to 255");
    }
}
