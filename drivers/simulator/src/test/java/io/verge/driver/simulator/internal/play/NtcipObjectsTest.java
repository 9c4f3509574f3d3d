package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class NtcipObjectsTest {
    private static final String STATUS = "1.3.6.1.4.1.1206.4.2.1.1.4.1.";
    /** Where a broadcast has its lamps, two octets a colour. */
    private static final int LAMPS = 210;

    private final NtcipObjects objects = new NtcipObjects();

    /** Both are of one plan: what is broadcast and what is asked for. */
    @Property(tries = 300)
    void saySameAsTheBroadcast(
            @ForAll @LongRange(min = 0, max = 200_000) long planMillis, @ForAll @IntRange(min = 0, max = 5) int lamp) {
        ByteBuffer packet = TscbmPacket.of(planMillis, Instant.EPOCH, 0);
        assertThat(objects.get(STATUS + (2 + lamp) + ".1", planMillis)).hasValue(packet.getShort(LAMPS + 2 * lamp));
    }

    @Property(tries = 500)
    void garbageIsNoSnmpAndThrowsNothing(@ForAll byte[] garbage) {
        assertThat(SnmpMessage.parse(ByteBuffer.wrap(garbage))).isNotNull();
    }
}
