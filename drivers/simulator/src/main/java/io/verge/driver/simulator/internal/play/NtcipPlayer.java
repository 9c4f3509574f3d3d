package io.verge.driver.simulator.internal.play;

import io.verge.device.Counters;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/**
 * Plays the SNMP agent of the signal controller: version 1, community {@code public}, silent to others. Counters:
 * {@code answered}, {@code called} (phases that were not called before), {@code notSnmp}.
 */
final class NtcipPlayer implements Player {
    private static final int MOST_A_TICK = 100;
    private static final int LONGEST = 1_500;
    private static final OctetString COMMUNITY = new OctetString("public");

    private final NtcipObjects objects = new NtcipObjects();
    private final DatagramPort channel;
    private final ByteBuffer datagram = ByteBuffer.allocate(LONGEST);
    private final String address;
    private final Counters.Counter answered;
    private final Counters.Counter called;
    private final Counters.Counter strange;
    private final Counters.Counter errors;

    NtcipPlayer(int port, Counters counters) throws IOException {
        answered = counters.counter("answered");
        called = counters.counter("called");
        strange = counters.counter("notSnmp");
        errors = counters.counter("errors");
        channel = new DatagramPort(port);
        address = "signal controller's SNMP: " + channel.address();
    }

    @Override
    public void play(Moment moment) throws IOException {
        for (int count = 0; count < MOST_A_TICK; count++) {
            SocketAddress from = channel.receive(datagram);
            if (from == null) {
                return;
            }
            SnmpMessage message = SnmpMessage.parse(datagram).orElse(null);
            if (message == null) {
                strange.increment();
            } else if (message.community().equals(COMMUNITY)) {
                answer(message, moment.planMillis(), from);
            }
        }
    }

    private void answer(SnmpMessage message, long planMillis, SocketAddress to) {
        PDU pdu = message.pdu();
        switch (pdu.getType()) {
            case PDU.GET -> get(pdu, planMillis);
            case PDU.SET -> set(pdu, planMillis);
            default -> refuse(pdu, PDU.noSuchName, 0);
        }
        pdu.setType(PDU.RESPONSE);
        try {
            channel.send(message.octets(), to);
            answered.increment();
        } catch (IOException e) {
            // Who asked may be gone; the socket is as good as before.
            errors.increment();
        }
    }

    private void get(PDU pdu, long planMillis) {
        for (int i = 0; i < pdu.size(); i++) {
            VariableBinding asked = pdu.get(i);
            OptionalInt value = objects.get(asked.getOid().toDottedString(), planMillis);
            if (value.isEmpty()) {
                refuse(pdu, PDU.noSuchName, i);
                return;
            }
            asked.setVariable(new Integer32(value.getAsInt()));
        }
    }

    /** All or nothing, as the protocol demands. */
    private void set(PDU pdu, long planMillis) {
        for (int i = 0; i < pdu.size(); i++) {
            VariableBinding wanted = pdu.get(i);
            boolean may = wanted.getVariable() instanceof Integer32 value
                    && NtcipObjects.mayBe(wanted.getOid().toDottedString(), value.getValue());
            if (!may) {
                refuse(pdu, PDU.badValue, i);
                return;
            }
        }
        for (VariableBinding wanted : pdu.getVariableBindings()) {
            called.add(objects.set(
                    wanted.getOid().toDottedString(), wanted.getVariable().toInt(), planMillis));
        }
    }

    private static void refuse(PDU pdu, int status, int index) {
        pdu.setErrorStatus(status);
        pdu.setErrorIndex(index + 1);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
