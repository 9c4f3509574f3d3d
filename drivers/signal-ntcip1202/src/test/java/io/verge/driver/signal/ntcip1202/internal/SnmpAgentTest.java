package io.verge.driver.signal.ntcip1202.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** Against an agent on the loopback interface that takes one community and answers each object with its last number. */
class SnmpAgentTest {
    private static final String GREENS = "1.3.6.1.4.1.1206.4.2.1.1.4.1.4.1";
    private static final String WALKS = "1.3.6.1.4.1.1206.4.2.1.1.4.1.7.2";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Snmp controller = new Snmp();
    private int port;
    private volatile int errorStatus;
    private volatile boolean text;

    @BeforeEach
    void startAController() throws IOException {
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        DefaultUdpTransportMapping transport =
                new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getLoopbackAddress(), 0));
        controller = new Snmp(dispatcher, transport);
        controller.addCommandResponder(new Responder());
        controller.listen();
        port = transport.getListenAddress().getPort();
    }

    @AfterEach
    void stopIt() throws IOException {
        controller.close();
    }

    private SnmpAgent open(String community, Duration timeout) throws IOException {
        return SnmpAgent.open(InetSocketAddress.createUnresolved("127.0.0.1", port), community, timeout);
    }

    private SnmpAgent open() throws IOException {
        return open("public", Duration.ofSeconds(10));
    }

    @Test
    void readsSeveralNumbersInOneRequestOfVersionOne() throws IOException {
        try (SnmpAgent agent = open()) {
            assertThat(agent.get(List.of(GREENS, WALKS))).containsExactly(1, 2);
        }
        assertThat(asked).containsExactly("v0 GET [" + GREENS + ", " + WALKS + "]");
    }

    @Test
    void writesOneNumber() throws IOException {
        try (SnmpAgent agent = open()) {
            agent.set("1.3.6.1.4.1.1206.4.2.1.1.5.1.6.1", 8);
        }
        assertThat(asked).containsExactly("v0 SET [1.3.6.1.4.1.1206.4.2.1.1.5.1.6.1]");
    }

    @Test
    void saysWhenTheRequestIsTooGreat() throws IOException {
        errorStatus = PDU.tooBig;
        try (SnmpAgent agent = open()) {
            assertThatThrownBy(() -> agent.get(List.of(GREENS))).isInstanceOf(Agent.TooBigException.class);
        }
    }

    @Test
    void saysWhichObjectIsRefused() throws IOException {
        errorStatus = PDU.noSuchName;
        try (SnmpAgent agent = open()) {
            assertThatThrownBy(() -> agent.get(List.of(GREENS)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("127.0.0.1:" + port + " refused " + GREENS + ": No such name");
        }
    }

    @Test
    void saysWhenAnObjectIsNoNumber() throws IOException {
        text = true;
        try (SnmpAgent agent = open()) {
            assertThatThrownBy(() -> agent.get(List.of(GREENS)))
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith(GREENS + " is no number");
        }
    }

    @Test
    void saysWhenThereIsNoAnswerAndKeepsTheCommunityToItself() throws IOException {
        try (SnmpAgent agent = open("not-this-one", Duration.ofMillis(50))) {
            assertThatThrownBy(() -> agent.get(List.of(GREENS)))
                    .isInstanceOf(Agent.SilentException.class)
                    .hasMessage("127.0.0.1:" + port + " does not answer SNMP, or not to this community");
        }
    }

    @Test
    void cannotBeUsedWhenItIsClosed() throws IOException {
        SnmpAgent agent = open();
        agent.close();
        assertThatThrownBy(() -> agent.set(GREENS, 1)).isInstanceOf(IOException.class);
    }

    private final class Responder implements CommandResponder {
        @Override
        public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
            if (!new String(event.getSecurityName(), StandardCharsets.UTF_8).equals("public")) {
                return;
            }
            PDU pdu = event.getPDU();
            asked.add("v" + event.getMessageProcessingModel() + " " + PDU.getTypeString(pdu.getType()) + " "
                    + pdu.getVariableBindings().stream()
                            .map(one -> one.getOid().toDottedString())
                            .toList());
            for (int i = 0; i < pdu.size(); i++) {
                VariableBinding one = pdu.get(i);
                one.setVariable(
                        text
                                ? new OctetString("text")
                                : new Integer32(one.getOid().last()));
            }
            pdu.setType(PDU.RESPONSE);
            pdu.setErrorStatus(errorStatus);
            pdu.setErrorIndex(errorStatus == 0 ? 0 : 1);
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
