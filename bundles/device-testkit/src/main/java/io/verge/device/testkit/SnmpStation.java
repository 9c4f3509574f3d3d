package io.verge.device.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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

/**
 * An SNMP agent on the loopback interface, as of a signal controller: speaks version 1, takes the community {@code public} and
 * is silent to others. Answers on a thread of its own.
 */
public final class SnmpStation implements CommandResponder, AutoCloseable {
    private final Snmp snmp;
    private final int port;
    private final Request request;
    private volatile int errorStatus;

    /** What comes in. */
    @FunctionalInterface
    public interface Request {
        /**
         * Looks at a request and may give its variables the values to answer with.
         *
         * @param version as in the message, 0 for version 1
         */
        void received(int version, PDU pdu);
    }

    /** An agent at a free port. */
    public SnmpStation(Request request) throws IOException {
        this.request = request;
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        DefaultUdpTransportMapping transport =
                new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getLoopbackAddress(), 0));
        snmp = new Snmp(dispatcher, transport);
        snmp.addCommandResponder(this);
        snmp.listen();
        port = transport.getListenAddress().getPort();
    }

    /** Where it is. */
    public InetSocketAddress address() {
        return InetSocketAddress.createUnresolved("127.0.0.1", port);
    }

    /** Where it is, such as {@code 127.0.0.1:49152}. */
    @Override
    public String toString() {
        return "127.0.0.1:" + port;
    }

    /** From now on it answers with this error, such as {@link PDU#tooBig}, about the first variable. */
    public void refuseWith(int status) {
        errorStatus = status;
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        if (!new String(event.getSecurityName(), StandardCharsets.UTF_8).equals("public")) {
            return;
        }
        PDU pdu = event.getPDU();
        request.received(event.getMessageProcessingModel(), pdu);
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

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
