package io.verge.driver.corrections.ntrip.internal;

import io.verge.api.observation.CorrectionsReceived;
import io.verge.api.observation.Observation;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import io.verge.device.Decoder;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A stream of RTCM 3 messages. Pure but for what it counts; keeps one message at most. After damage it looks for the next
 * preamble within what it has, so that a good message behind a false one is not lost.
 *
 * <pre>
 *  octet  0      preamble 0xD3
 *         1–2    6 bits reserved, 0; 10 bits length of the content
 *         3…     content: 12 bits message number, 12 bits reference station (in all types that are used here), …
 *         last 3 CRC-24Q of all before
 * </pre>
 */
final class RtcmDecoder implements Decoder {
    private static final int PREAMBLE = 0xD3;
    private static final int HEADER = 3;
    private static final int CHECKSUM = 3;
    private static final int RESERVED = 0xFC;
    /** Shorter, and there is no message number: a filler. */
    private static final int LEAST = 2;

    private static final int MOST_TYPES_SHOWN = 40;
    /** Place of the reference station: the types whose station is worth showing. */
    private static final int STATION = 1005;

    private static final int STATION_WITH_HEIGHT = 1006;

    private final String device;
    private final Counters.Counter badChecksum;
    private final Counters.Counter skipped;
    private final Counters.Counter fillers;
    private final byte[] buffer = new byte[CorrectionsReceived.LONGEST];
    private int filled;

    /** Read by those who ask for the status. */
    private final ConcurrentSkipListSet<Integer> types = new ConcurrentSkipListSet<>();

    private volatile int station = -1;

    RtcmDecoder(String device, Counters counters) {
        this.device = device;
        badChecksum = counters.counter("badChecksum");
        skipped = counters.counter("skippedOctets");
        fillers = counters.counter("fillers");
    }

    @Override
    public void reset() {
        filled = 0;
    }

    @Override
    public void decode(ByteBuffer octets, Arrival arrival, Consumer<? super Observation> out) {
        while (octets.hasRemaining()) {
            int count = Math.min(octets.remaining(), buffer.length - filled);
            octets.get(buffer, filled, count);
            filled += count;
            take(arrival, out);
        }
    }

    /** Takes all messages that are complete; what is left begins with a preamble and is shorter than the buffer. */
    private void take(Arrival arrival, Consumer<? super Observation> out) {
        int at = preamble(0);
        while (filled - at >= HEADER) {
            int length = length(at);
            if (length > filled - at) {
                break;
            }
            if (length > 0 && good(at, length)) {
                publish(at, length, arrival, out);
                at = preamble(at + length);
            } else {
                skipped.increment();
                at = preamble(at + 1);
            }
        }
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
    }

    /** Where the next message may begin. */
    private int preamble(int from) {
        int at = from;
        while (at < filled && (buffer[at] & 0xFF) != PREAMBLE) {
            at++;
        }
        skipped.add(at - from);
        return at;
    }

    /** Of the whole message; 0 when it is none. */
    private int length(int at) {
        int high = buffer[at + 1] & 0xFF;
        return (high & RESERVED) == 0 ? HEADER + (high << 8 | (buffer[at + 2] & 0xFF)) + CHECKSUM : 0;
    }

    private boolean good(int at, int length) {
        int end = at + length - CHECKSUM;
        int said = (buffer[end] & 0xFF) << 16 | (buffer[end + 1] & 0xFF) << 8 | (buffer[end + 2] & 0xFF);
        if (Crc24q.of(buffer, at, length - CHECKSUM) == said) {
            return true;
        }
        badChecksum.increment();
        return false;
    }

    private void publish(int at, int length, Arrival arrival, Consumer<? super Observation> out) {
        if (length < HEADER + LEAST + CHECKSUM) {
            fillers.increment();
            return;
        }
        int type = (buffer[at + HEADER] & 0xFF) << 4 | (buffer[at + HEADER + 1] & 0xFF) >> 4;
        note(type, at, length);
        out.accept(new CorrectionsReceived(
                device, arrival.time(), arrival.stamps(), type, ByteBuffer.wrap(buffer, at, length)));
    }

    private void note(int type, int at, int length) {
        if (types.size() < MOST_TYPES_SHOWN) {
            types.add(type);
        }
        if ((type == STATION || type == STATION_WITH_HEIGHT) && length > HEADER + LEAST + CHECKSUM) {
            station = (buffer[at + HEADER + 1] & 0x0F) << 8 | (buffer[at + HEADER + 2] & 0xFF);
        }
    }

    /** What the source says of itself; any thread. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        if (!types.isEmpty()) {
            facts.put("types", types.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        if (station >= 0) {
            facts.put("station", String.valueOf(station));
        }
        return facts;
    }
}
