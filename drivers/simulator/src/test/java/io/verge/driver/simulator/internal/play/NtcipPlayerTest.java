package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.device.Counters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

@Timeout(20)
class NtcipPlayerTest {
    private static final String GREENS = "1.3.6.1.4.1.1206.4.2.1.1.4.1.4.1";
    private static final String CALLS = "1.3.6.1.4.1.1206.4.2.1.1.5.1.6.1";
    private static final String FLASH = "1.3.6.1.4.1.1206.4.2.1.3.6.0";
    /** Arms 1 and 3 have green. */
    private static final long NORTH_SOUTH = 10_000;

    private final Counters counters = new Counters();
    private final NtcipPlayer player;
    private final DatagramChannel client;

    NtcipPlayerTest() throws IOException {
        player = new NtcipPlayer(0, counters);
        int port = Integer.parseInt(player.address().substring(player.address().lastIndexOf(':') + 1));
        client = DatagramChannel.open().connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        client.configureBlocking(false);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        player.close();
    }

    private static PDU pdu(int type, String oid, @Nullable Integer value) {
        PDU pdu = new PDUv1();
        pdu.setType(type);
        OID object = new OID(oid);
        pdu.add(value == null ? new VariableBinding(object) : new VariableBinding(object, new Integer32(value)));
        return pdu;
    }

    private void send(String community, PDU pdu) throws IOException {
        client.write(new SnmpMessage(new OctetString(community), pdu).octets());
    }

    private PDU answer(PDU pdu, long planMillis) throws IOException {
        send("public", pdu);
        ByteBuffer datagram = ByteBuffer.allocate(1500);
        while (client.read(datagram) == 0) {
            tick(planMillis);
        }
        return SnmpMessage.parse(datagram.flip()).orElseThrow().pdu();
    }

    private void tick(long planMillis) throws IOException {
        player.play(new Moment(0, Instant.EPOCH, planMillis, List.of()));
    }

    private int value(String oid, long planMillis) throws IOException {
        PDU response = answer(pdu(PDU.GET, oid, null), planMillis);
        assertThat(response.getErrorStatus()).isEqualTo(PDU.noError);
        return response.get(0).getVariable().toInt();
    }

    @Test
    void tellsWhichPhasesAreGreen() throws IOException {
        assertThat(value(GREENS, NORTH_SOUTH)).isEqualTo(0b0101);
        assertThat(value(GREENS, NORTH_SOUTH + 34_000)).isEqualTo(0b1010);
    }

    @Test
    void isNotFlashing() throws IOException {
        assertThat(value(FLASH, 0)).isEqualTo(2);
    }

    @Test
    void takesACall() throws IOException {
        assertThat(answer(pdu(PDU.SET, CALLS, 0b0010), NORTH_SOUTH).getErrorStatus())
                .isEqualTo(PDU.noError);
        assertThat(value(CALLS, NORTH_SOUTH)).isEqualTo(0b0010);
    }

    @Test
    void countsACallOnceHoweverOftenItIsWritten() throws IOException {
        answer(pdu(PDU.SET, CALLS, 0b0010), 0);
        answer(pdu(PDU.SET, CALLS, 0b0110), 1_000);
        assertThat(counters.snapshot()).containsEntry("called", 2L);
    }

    @Test
    void aCallChangesNothingInThePlan() throws IOException {
        answer(pdu(PDU.SET, CALLS, 0b0010), NORTH_SOUTH);
        assertThat(value(GREENS, NORTH_SOUTH)).isEqualTo(0b0101);
    }

    @Test
    void forgetsACallThatIsNotWrittenAgain() throws IOException {
        answer(pdu(PDU.SET, CALLS, 0b0010), 0);
        assertThat(value(CALLS, NtcipObjects.BACKUP - 1)).isEqualTo(0b0010);
        assertThat(value(CALLS, NtcipObjects.BACKUP)).isZero();
    }

    @Test
    void theLampsCannotBeWritten() throws IOException {
        PDU response = answer(pdu(PDU.SET, GREENS, 255), NORTH_SOUTH);
        assertThat(response.getErrorStatus()).isEqualTo(PDU.badValue);
        assertThat(response.getErrorIndex()).isEqualTo(1);
        assertThat(value(GREENS, NORTH_SOUTH)).isEqualTo(0b0101);
    }

    @Test
    void namesAnObjectThatItDoesNotHave() throws IOException {
        assertThat(answer(pdu(PDU.GET, "1.3.6.1.2.1.1.1.0", null), 0).getErrorStatus())
                .isEqualTo(PDU.noSuchName);
    }

    @Test
    void isSilentToAnotherCommunity() throws IOException {
        send("private", pdu(PDU.GET, FLASH, null));
        value(FLASH, 0);
        assertThat(counters.snapshot()).containsEntry("answered", 1L);
    }

    @Test
    void countsWhatIsNoSnmp() throws IOException {
        client.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        value(FLASH, 0);
        assertThat(counters.snapshot()).containsEntry("notSnmp", 1L).containsEntry("answered", 1L);
    }
}
