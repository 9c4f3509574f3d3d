package io.verge.cloud.internal.drain;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Outbound;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a message of records of one stream: a line of JSON each. Compresses where it pays. One thread. */
final class Packer implements AutoCloseable {
    static final String TYPE = "application/x-ndjson";
    static final String ENCODING = "deflate;dict=1";

    private static final byte[] NOTHING = "null".getBytes(StandardCharsets.US_ASCII);

    private final Topics topics;
    private final DrainSettings settings;
    private final Squeeze squeeze;

    Packer(Topics topics, DrainSettings settings, Clock clock) {
        this.topics = topics;
        this.settings = settings;
        this.squeeze = new Squeeze(clock);
    }

    /**
     * One message.
     *
     * @param records of one store, lane and stream, all of them backlog or none; at least one
     * @param rate of the uplink in octets a second; NaN when it is not known
     */
    Outbound pack(List<StoredRecord> records, double rate) {
        StoredRecord first = records.get(0);
        byte[] plain = lines(records);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("store", first.store());
        properties.put("backlog", Boolean.toString(first.backlog()));
        ByteBuffer content = ByteBuffer.wrap(plain);
        if (squeezed(plain.length, rate)) {
            content = squeeze.squeeze(plain);
            properties.put("content-encoding", ENCODING);
        }
        boolean live = first.lane() == Lane.TELEMETRY && !first.backlog();
        int quality = live ? settings.telemetryQuality() : 1;
        String topic = topics.record(first.lane(), first.stream());
        return new Outbound(topic, content, quality, false, null, TYPE, null, properties);
    }

    private boolean squeezed(int octets, double rate) {
        return switch (settings.compression()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> squeeze.pays(octets, rate);
        };
    }

    private static byte[] lines(List<StoredRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(records.size() * 256);
        for (StoredRecord record : records) {
            out.writeBytes(("{\"sequence\":" + record.sequence() + ",\"time\":\"" + record.time() + "\",\"body\":")
                    .getBytes(StandardCharsets.US_ASCII));
            body(record.content(), out);
            out.write('}');
            out.write('\n');
        }
        return out.toByteArray();
    }

    /** A line break between the tokens of a body would end its line; within a text there is none in JSON. */
    private static void body(ByteBuffer content, ByteArrayOutputStream out) {
        byte[] octets = content.hasRemaining() ? new byte[content.remaining()] : NOTHING.clone();
        if (content.hasRemaining()) {
            content.get(octets);
        }
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\n' || octets[i] == '\r') {
                octets[i] = ' ';
            }
        }
        out.writeBytes(octets);
    }

    @Override
    public void close() {
        squeeze.close();
    }
}
