package io.verge.driver.signal.tscbm.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** SNMP v1 over UDP, as controllers of this kind speak it. A session a write: none stays open in between. */
final class SnmpSetter implements Setter {
    private final Duration timeout;

    SnmpSetter(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void set(InetSocketAddress agent, String community, String oid, int value) throws IOException {
        String name = agent.getHostString() + ":" + agent.getPort();
        CommunityTarget<UdpAddress> target = new CommunityTarget<>(
                new UdpAddress(resolve(agent.getHostString()), agent.getPort()),
                new OctetString(community.getBytes(StandardCharsets.UTF_8)));
        target.setVersion(SnmpConstants.version1);
        target.setTimeout(timeout.toMillis());
        target.setRetries(0);
        PDU pdu = new PDU();
        pdu.setType(PDU.SET);
        pdu.add(new VariableBinding(new OID(oid), new Integer32(value)));
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        try (Snmp session = new Snmp(dispatcher, new DefaultUdpTransportMapping())) {
            session.listen();
            check(name, session.set(pdu, target));
        }
    }

    private static InetAddress resolve(String host) throws IOException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IOException("the name '" + host + "' is not known", e);
        }
    }

    private static void check(String name, ResponseEvent<UdpAddress> event) throws IOException {
        if (event.getError() != null) {
            throw new IOException(
                    "cannot send to " + name + ": " + event.getError().getMessage(), event.getError());
        }
        PDU response = event.getResponse();
        if (response == null) {
            throw new IOException(name + " does not answer SNMP, or not to this community");
        }
        if (response.getErrorStatus() != PDU.noError) {
            throw new IOException(name + " refused: " + response.getErrorStatusText());
        }
    }
}
