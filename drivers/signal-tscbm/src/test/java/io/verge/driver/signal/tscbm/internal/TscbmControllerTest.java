package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.SignalFrame;
import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import io.verge.device.testkit.Collected;
import io.verge.device.testkit.ScriptedConnection;
import io.verge.device.testkit.ScriptedTransports;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TscbmControllerTest {
    private final ScriptedTransports transports = new ScriptedTransports();
    private final Collected collected = new Collected();
    private final ManualClock clock = ManualClock.standing();
    private final Settings settings = Settings.eightPhases();
    private final BlockingQueue<Integer> sets = new LinkedBlockingQueue<>();
    private volatile @Nullable String refusal;
    private @Nullable TscbmController controller;

    @AfterEach
    void close() {
        if (controller != null) {
            controller.close();
        }
    }

    @Test
    void publishesWhatThePacketSays() throws Exception {
        start().give(PacketBuilder.packet().two(214, 0x22).octets());
        SignalFrame frame = collected.await(1, SignalFrame.class).get(0);
        assertThat(frame.device()).isEqualTo("signal");
        assertThat(frame.states().get(0).phase().green()).isTrue();
        assertThat(status().status().state()).isEqualTo(State.OK);
    }

    @Test
    void listensToItsPort() throws Exception {
        start();
        assertThat(transports.opened()).containsExactly("udp-listen 6053");
    }

    @Test
    void leavesTheControllerAloneWithoutSnmp() throws Exception {
        start();
        silence(6_000);
        assertThat(sets).isEmpty();
    }

    @Test
    void switchesTheBroadcastOnBeforeItListens() throws Exception {
        settings.snmp = "10.0.0.5:501";
        transports.onOpen(connection -> sets.add(-1));
        start();
        assertThat(sets.poll(10, TimeUnit.SECONDS)).isEqualTo(6);
        assertThat(sets.poll(10, TimeUnit.SECONDS)).isEqualTo(-1);
        assertThat(status().facts()).containsEntry("broadcast", "10.0.0.5:501 has accepted, packets of 245 octets");
    }

    @Test
    void switchesItOnAgainWhenItIsSilent() throws Exception {
        settings.snmp = "10.0.0.5:501";
        settings.form = 241;
        start();
        assertThat(sets.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
        silence(5_100);
        assertThat(sets.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void saysThatTheBroadcastCouldNotBeSwitchedOn() throws Exception {
        settings.snmp = "10.0.0.5:501";
        settings.community = "s3cret";
        refusal = "10.0.0.5:501 does not answer SNMP, or not to this community";
        start();
        silence(301);
        DeviceStatus status = status();
        Trouble trouble = Objects.requireNonNull(status.status().trouble());
        assertThat(status.status().state()).isEqualTo(State.DEGRADED);
        assertThat(trouble.code()).isEqualTo("broadcast-off");
        assertThat(trouble.cause()).contains("10.0.0.5:501 does not answer SNMP");
        assertThat(trouble.remedy()).contains("10.0.0.5:501").contains("'community'");
        assertThat(status.toString()).doesNotContain("s3cret");
    }

    @Test
    void saysWhereToLookWhenNothingComes() throws Exception {
        start();
        silence(301);
        Trouble trouble = Objects.requireNonNull(status().status().trouble());
        assertThat(trouble.code()).isEqualTo("no-data");
        assertThat(trouble.remedy()).contains("port 6053").contains("'snmp'");
    }

    @Test
    void refusesAnAgentWithoutPort() {
        settings.snmp = "10.0.0.5";
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key 'snmp'")
                .hasMessageContaining("10.0.0.5:501");
    }

    private ScriptedConnection start() throws InterruptedException {
        controller = new TscbmController(settings, transports, collected, clock, this::set);
        ScriptedConnection connection = transports.awaitConnection();
        connection.awaitRead();
        return connection;
    }

    private void set(InetSocketAddress agent, String community, String oid, int value) throws IOException {
        sets.add(value);
        String reason = refusal;
        if (reason != null) {
            throw new IOException(reason);
        }
    }

    private void silence(int millis) {
        clock.advance(Duration.ofMillis(millis));
    }

    private DeviceStatus status() {
        return Objects.requireNonNull(controller).status();
    }
}
