package io.verge.driver.radio.rsu41.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.status.State;
import io.verge.device.testkit.ScriptedConnection;
import io.verge.device.testkit.ScriptedTransports;
import io.verge.testkit.DataFolder;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class Rsu41RadioTest {
    private final ScriptedTransports transports = new ScriptedTransports();
    private final ManualClock clock = ManualClock.standing();
    private final List<V2xFrame> received = new CopyOnWriteArrayList<>();
    private final List<ScriptedConnection> opened = new ArrayList<>();
    private @Nullable Rsu41Radio radio;

    @AfterEach
    void close() {
        if (radio != null) {
            radio.close();
        }
    }

    @Test
    void sendsAMessageAsText() throws Exception {
        Rsu41Radio sender = start(Usual.class);
        ScriptedConnection rsu = transports.awaitConnection();
        rsu.awaitRead();
        sender.send(Frames.frame("sae", MessageKind.MAP, 0));
        assertThat(rsu.address()).isEqualTo("udp 10.0.0.7:1516");
        assertThat(rsu.awaitWrittenText())
                .startsWith("Version=0.7\nType=MAP\nPSID=0xE0000017\n")
                .contains("TxMode=ALT\nTxChannel=172\n", "Signature=False\n")
                .endsWith("Payload=" + Frames.MAP + "\n");
    }

    @Test
    void worksWhenItKnowsTheRadiosAddress() throws Exception {
        start(Usual.class);
        transports.awaitConnection().awaitRead();
        assertThat(state()).isEqualTo(State.OK);
    }

    @Test
    void saysThatTheRadiosNameIsNotKnown() throws Exception {
        transports.refuse("the name rsu is not known");
        start(Usual.class);
        clock.awaitSleepers(1);
        assertThat(trouble()).isEqualTo("cannot connect (try 1): the name rsu is not known");
    }

    @Test
    void countsAndThrowsWhatItCannotSend() throws Exception {
        transports.refuse("no");
        Rsu41Radio sender = start(Usual.class);
        assertThatThrownBy(() -> sender.send(Frames.frame("sae", MessageKind.MAP, 0)))
                .isInstanceOf(IOException.class);
        assertThat(counter("unsent")).isEqualTo(1);
    }

    @Test
    void saysWhySendingFails() throws Exception {
        Rsu41Radio sender = start(Usual.class);
        ScriptedConnection rsu = transports.awaitConnection();
        rsu.awaitRead();
        rsu.refuseWrites("Network is unreachable");
        assertThatThrownBy(() -> sender.send(Frames.frame("sae", MessageKind.MAP, 0)))
                .isInstanceOf(IOException.class);
        assertThat(trouble()).isEqualTo("sending to 10.0.0.7:1516 fails: Network is unreachable (1 time)");
    }

    @Test
    void handsOnWhatTheRadioReceived() throws Exception {
        start(Listening.class);
        listening().give(Frames.octets("FFFF" + Frames.MAP).array()).awaitRead();
        assertThat(received).singleElement().satisfies(frame -> {
            assertThat(frame.set()).isEqualTo("sae");
            assertThat(frame.kind()).isEqualTo(MessageKind.MAP);
            assertThat(frame.application()).isEqualTo(0x8002);
            assertThat(Frames.hex(frame.payload())).isEqualTo(Frames.MAP);
            assertThat(frame.time()).isEqualTo(clock.now());
        });
    }

    @Test
    void handsOnTheSpatOfTheSampleAndRefusesTheOneWithoutPayload() throws Exception {
        byte[] good = Files.readAllBytes(DataFolder.file("radio/imf_spat_v2xhub_1.txt"));
        byte[] bad = Files.readAllBytes(DataFolder.file("radio/imf_spat_v2xhub_2.txt"));
        start(Listening.class);
        listening().give(bad).give(good).awaitRead();
        assertThat(received).singleElement().extracting(V2xFrame::kind).isEqualTo(MessageKind.SPAT);
        assertThat(counter("refused.noPayload")).isEqualTo(1);
    }

    @Test
    void handsOnTextWithAPayloadOfAnotherSetByItsType() throws Exception {
        start(Listening.class);
        listening().give("Version=0.7\nType=RSM\nPSID=0x71\nPayload=4000AA\n").awaitRead();
        assertThat(received).singleElement().extracting(V2xFrame::kind).isEqualTo(MessageKind.RSM);
    }

    @Test
    void countsWhatItRefuses() throws Exception {
        start(Listening.class);
        listening().give("hello").awaitRead();
        assertThat(counter("refused")).isEqualTo(1);
        assertThat(counter("refused.noMessage")).isEqualTo(1);
    }

    @Test
    void isDegradedWhenItCannotListen() throws Exception {
        transports.onOpen(connection -> {
            if (connection.address().equals("udp-listen 26789")) {
                connection.lose("the port is taken");
            }
        });
        start(Listening.class);
        connection("udp 10.0.0.7:1516").awaitRead();
        connection("udp-listen 26789").awaitClosed();
        assertThat(trouble()).isEqualTo("connection lost: the port is taken");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> start(Wrong.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("address: 'rsu:70000'");
    }

    private Rsu41Radio start(Class<?> configured) {
        Rsu41Config config = Objects.requireNonNull(configured.getAnnotation(Rsu41Config.class));
        Rsu41Radio started = new Rsu41Radio(config, transports, (from, frame) -> received.add(frame), clock);
        radio = started;
        return started;
    }

    private ScriptedConnection listening() throws InterruptedException {
        return connection("udp-listen 26789");
    }

    /** Of the two, which are opened at once and in any order. */
    private ScriptedConnection connection(String address) throws InterruptedException {
        while (opened.size() < 2) {
            opened.add(transports.awaitConnection());
        }
        return opened.stream()
                .filter(connection -> connection.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private State state() {
        return Objects.requireNonNull(radio).status().status().state();
    }

    private String trouble() {
        return Objects.requireNonNull(
                        Objects.requireNonNull(radio).status().status().trouble())
                .cause();
    }

    private long counter(String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(radio).status().counters().get(name));
    }

    @Rsu41Config(
            id = "rsu",
            address = "10.0.0.7",
            channel = 172,
            txMode = "ALT",
            signature = false,
            psid = "MAP=0xE0000017")
    private static final class Usual {}

    @Rsu41Config(id = "rsu", address = "10.0.0.7", listen = 26_789)
    private static final class Listening {}

    @Rsu41Config(id = "rsu", address = "rsu:70000")
    private static final class Wrong {}
}
