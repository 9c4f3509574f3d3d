package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** Against an agent on the loopback interface that takes one community. */
class SnmpSetterTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Snmp agent = new Snmp();
    private int port;
    private volatile int errorStatus;

    @BeforeEach
    void startAnAgent() throws IOException {
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        DefaultUdpTransportMapping transport =
                new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getLoopbackAddress(), 0));
        agent = new Snmp(dispatcher, transport);
        agent.addCommandResponder(new Responder());
        agent.listen();
        port = transport.getListenAddress().getPort();
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
        errorStatus = PDU.noSuchName;
        assertThatThrownBy(() -> set(LONG, "public"))
                .isInstanceOf(IOException.class)
                .hasMessage("127.0.0.1:" + port + " refused: No such name");
    }

    @Test
    void saysWhenThereIsNoAnswerAndKeepsTheCommunityToItself() {
        assertThatThrownBy(() -> set(SHORT, "not-this-one"))
                .isInstanceOf(IOException.class)
                .hasMessage("127.0.0.1:" + port + " does not answer SNMP, or not to this community");
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
        new SnmpSetter(timeout).set(InetSocketAddress.createUnresolved("127.0.0.1", port), community, Broadcast.OID, 6);
    }

    private final class Responder implements CommandResponder {
        @Override
        public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
            if (!new String(event.getSecurityName(), StandardCharsets.UTF_8).equals("public")) {
                return;
            }
            PDU pdu = event.getPDU();
            asked.add("v" + event.getMessageProcessingModel() + " " + PDU.getTypeString(pdu.getType()) + " "
                    + pdu.get(0).getOid().toDottedString() + " = "
                    + pdu.get(0).getVariable());
            pdu.setType(PDU.RESPONSE);
            pdu.setErrorStatus(errorStatus);
            try {
                event.getMessageDispatcher()
                        .returnResponsePdu(
                                event.getMessageProcessingModel(),
                                event.getSecurityModel(),
                                event.getSecurityName(),
                                event.getSecurityLevel(),
                                pdu,
                                event.getMaxSizeResponsePDU(),
                                event.getStateReference(),
                                new StatusInformation());
            } catch (MessageException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
