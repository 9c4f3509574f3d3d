package io.verge.driver.signal.ntcip1202.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.testkit.SnmpStation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/** Against an agent on the loopback interface that takes one community and answers each object with its last number. */
class SnmpAgentTest {
    private static final String GREENS = "1.3.6.1.4.1.1206.4.2.1.1.4.1.4.1";
    private static final String WALKS = "1.3.6.1.4.1.1206.4.2.1.1.4.1.7.2";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final SnmpStation controller;
    private volatile boolean text;

    SnmpAgentTest() throws IOException {
        controller = new SnmpStation(this::answer);
    }

    private void answer(int version, PDU pdu) {
        asked.add("v" + version + " " + PDU.getTypeString(pdu.getType()) + " "
                + pdu.getVariableBindings().stream()
                        .map(one -> one.getOid().toDottedString())
                        .toList());
        for (VariableBinding one : pdu.getVariableBindings()) {
            one.setVariable(
                    text ? new OctetString("text") : new Integer32(one.getOid().last()));
        }
    }

    @AfterEach
    void stopIt() throws IOException {
        controller.close();
    }

    private SnmpAgent open(String community, Duration timeout) throws IOException {
        return SnmpAgent.open(controller.address(), community, timeout);
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
        controller.refuseWith(PDU.tooBig);
        try (SnmpAgent agent = open()) {
            assertThatThrownBy(() -> agent.get(List.of(GREENS))).isInstanceOf(Agent.TooBigException.class);
        }
    }

    @Test
    void saysWhichObjectIsRefused() throws IOException {
        controller.refuseWith(PDU.noSuchName);
        try (SnmpAgent agent = open()) {
            assertThatThrownBy(() -> agent.get(List.of(GREENS)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(controller + " refused " + GREENS + ": No such name");
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
                    .hasMessage(controller + " does not answer SNMP, or not to this community");
        }
    }

    @Test
    void cannotBeUsedWhenItIsClosed() throws IOException {
        SnmpAgent agent = open();
        agent.close();
        assertThatThrownBy(() -> agent.set(GREENS, 1)).isInstanceOf(IOException.class);
    }
}
