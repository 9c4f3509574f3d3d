package io.verge.driver.signal.ntcip1202.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
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

/** SNMP v1 over UDP, the only version that many controllers speak. One session for as long as it is open. */
final class SnmpAgent implements Agent {
    private final String name;
    private final CommunityTarget<UdpAddress> target;
    private final Snmp session;
    private volatile boolean closed;

    private SnmpAgent(String name, CommunityTarget<UdpAddress> target, Snmp session) {
        this.name = name;
        this.target = target;
        this.session = session;
    }

    /**
     * @param address not resolved
     */
    static SnmpAgent open(InetSocketAddress address, String community, Duration timeout) throws IOException {
        CommunityTarget<UdpAddress> target = new CommunityTarget<>(
                new UdpAddress(resolve(address.getHostString()), address.getPort()),
                new OctetString(community.getBytes(StandardCharsets.UTF_8)));
        target.setVersion(SnmpConstants.version1);
        target.setTimeout(timeout.toMillis());
        target.setRetries(0);
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        Snmp session = new Snmp(dispatcher, new DefaultUdpTransportMapping());
        session.listen();
        return new SnmpAgent(address.getHostString() + ":" + address.getPort(), target, session);
    }

    private static InetAddress resolve(String host) throws IOException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IOException("the name '" + host + "' is not known", e);
        }
    }

    @Override
    public int[] get(List<String> oids) throws IOException {
        checkOpen();
        PDU pdu = new PDU();
        pdu.setType(PDU.GET);
        for (String oid : oids) {
            pdu.add(new VariableBinding(new OID(oid)));
        }
        PDU response = answer(session.get(pdu, target));
        if (response.size() != oids.size()) {
            throw new IOException(name + " answered " + response.size() + " of " + oids.size() + " objects");
        }
        int[] values = new int[oids.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(response.get(i));
        }
        return values;
    }

    private int number(VariableBinding binding) throws IOException {
        try {
            return binding.getVariable().toInt();
        } catch (UnsupportedOperationException e) {
            throw new IOException(name + ": " + binding.getOid().toDottedString() + " is no number", e);
        }
    }

    @Override
    public void set(String oid, int value) throws IOException {
        checkOpen();
        PDU pdu = new PDU();
        pdu.setType(PDU.SET);
        pdu.add(new VariableBinding(new OID(oid), new Integer32(value)));
        answer(session.set(pdu, target));
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("the connection to " + name + " is closed");
        }
    }

    private PDU answer(ResponseEvent<UdpAddress> event) throws IOException {
        if (event.getError() != null) {
            String reason = event.getError().getMessage();
            throw new IOException("cannot send to " + name + ": " + reason, event.getError());
        }
        PDU response = event.getResponse();
        if (response == null) {
            throw new SilentException(name + " does not answer SNMP, or not to this community");
        }
        if (response.getErrorStatus() == PDU.tooBig) {
            throw new TooBigException(name + " finds the request too great");
        }
        if (response.getErrorStatus() != PDU.noError) {
            throw new IOException(name + " refused" + culprit(response) + ": " + response.getErrorStatusText());
        }
        return response;
    }

    private static String culprit(PDU response) {
        int index = response.getErrorIndex();
        return index < 1 || index > response.size()
                ? ""
                : " " + response.get(index - 1).getOid().toDottedString();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        session.close();
    }
}
