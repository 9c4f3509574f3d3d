package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.testkit.SnmpStation;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;

/** Against an agent on the loopback interface that takes one community. */
class SnmpSetterTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final SnmpStation agent;

    SnmpSetterTest() throws IOException {
        agent = new SnmpStation((version, pdu) -> asked.add("v" + version + " " + PDU.getTypeString(pdu.getType()) + " "
                + pdu.get(0).getOid().toDottedString() + " = "
                + pdu.get(0).getVariable()));
    }

    @AfterEach
    void stopIt() throws IOException {
        agent.close();
    }

    @Test
    void setsOneNumberInVersionOne() throws IOException {
        set(LONG, "public");
        assertThat(asked).containsExactly("v0 SET 1.3.6.1.4.1.1206.3.5.2.9.44.1.0 = 6");
    }

    @Test
    void setsAgainInANewSession() throws IOException {
        set(LONG, "public");
        set(LONG, "public");
        assertThat(asked).hasSize(2);
    }

    @Test
    void saysWhenItIsRefused() {
        agent.refuseWith(PDU.noSuchName);
        assertThatThrownBy(() -> set(LONG, "public"))
                .isInstanceOf(IOException.class)
                .hasMessage(agent + " refused: No such name");
    }

    @Test
    void saysWhenThereIsNoAnswerAndKeepsTheCommunityToItself() {
        assertThatThrownBy(() -> set(SHORT, "not-this-one"))
                .isInstanceOf(IOException.class)
                .hasMessage(agent + " does not answer SNMP, or not to this community");
    }

    @Test
    void saysWhenNobodyIsThere() throws IOException {
        int closed;
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> new SnmpSetter(SHORT)
                        .set(InetSocketAddress.createUnresolved("127.0.0.1", closed), "public", Broadcast.OID, 6))
                .isInstanceOf(IOException.class);
    }

    private void set(Duration timeout, String community) throws IOException {
        new SnmpSetter(timeout).set(agent.address(), community, Broadcast.OID, 6);
    }
}
