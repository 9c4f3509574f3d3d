package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BroadcastTest {
    private final ManualClock clock = ManualClock.standing();
    private final List<String> sets = new ArrayList<>();
    private boolean answers = true;

    @ParameterizedTest
    @CsvSource({"241, 2", "245, 6"})
    void asksForItsForm(int form, int value) {
        broadcast(form).enable();
        assertThat(sets).containsExactly("10.0.0.5:501 secret 1.3.6.1.4.1.1206.3.5.2.9.44.1.0 = " + value);
    }

    @Test
    void asksAgainOnlyAfterFiveSeconds() {
        Broadcast broadcast = broadcast(245);
        broadcast.enable();
        clock.advance(Duration.ofMillis(4_999));
        assertThat(broadcast.enable()).isEqualTo(Broadcast.Try.TOO_SOON);
        clock.advance(Duration.ofMillis(1));
        assertThat(broadcast.enable()).isEqualTo(Broadcast.Try.ACCEPTED);
        assertThat(sets).hasSize(2);
    }

    @Test
    void saysWhatCameOfIt() {
        Broadcast broadcast = broadcast(245);
        broadcast.enable();
        assertThat(broadcast.outcome()).isEqualTo("10.0.0.5:501 has accepted, packets of 245 octets");
        assertThat(broadcast.failed()).isFalse();
    }

    @Test
    void saysWhyItFailed() {
        answers = false;
        Broadcast broadcast = broadcast(245);
        assertThat(broadcast.enable()).isEqualTo(Broadcast.Try.FAILED);
        assertThat(broadcast.outcome()).isEqualTo("no answer");
        assertThat(broadcast.failed()).isTrue();
    }

    private Broadcast broadcast(int form) {
        return new Broadcast(InetSocketAddress.createUnresolved("10.0.0.5", 501), "secret", form, this::set, clock);
    }

    private void set(InetSocketAddress agent, String community, String oid, int value) throws IOException {
        sets.add(agent.getHostString() + ":" + agent.getPort() + " " + community + " " + oid + " = " + value);
        if (!answers) {
            throw new IOException("no answer");
        }
    }
}
