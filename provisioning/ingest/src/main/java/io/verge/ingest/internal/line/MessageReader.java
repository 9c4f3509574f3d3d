package io.verge.ingest.internal.line;

import io.verge.mqtt.Inflation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads messages with records. Pure. What is bad is refused line by line; the good lines beside it are kept. */
public final class MessageReader {
    /** Of what may come, in octets; a box sends far less. */
    static final int MESSAGE = 2 << 20;

    static final int INFLATED = 4 << 20;
    static final int LINE = 2 << 20;
    private static final Pattern STORE = Pattern.compile("[0-9a-f]{16}");

    private final String tenant;
    private final Inflation inflation = new Inflation(INFLATED);

    /** For one tenant: what others send is refused. */
    public MessageReader(String tenant) {
        this.tenant = tenant;
    }

    /** What is in a message. */
    public record Content(List<ArrivedRecord> records, List<Refusal> refusals) {}

    /** Reads one. */
    public Content read(Message message) {
        Content content = new Content(new ArrayList<>(), new ArrayList<>());
        try {
            Source source = source(message);
            lines(message, source, store(message), content);
        } catch (RefusedException e) {
            content.refusals.add(Refusal.of(message, e.reason()));
        }
        return content;
    }

    private Source source(Message message) throws RefusedException {
        Source source =
                Source.of(message.topic()).orElseThrow(() -> new RefusedException("the topic is none of records"));
        if (!source.tenant().equals(tenant)) {
            throw new RefusedException("it is of another tenant than " + tenant);
        }
        return source;
    }

    private static String store(Message message) throws RefusedException {
        String store = message.property("store");
        if (store == null || !STORE.matcher(store).matches()) {
            throw new RefusedException("the user property store was expected, 16 hexadecimal digits");
        }
        return store;
    }

    private void lines(Message message, Source source, String store, Content content) throws RefusedException {
        if (message.content().length > MESSAGE) {
            throw new RefusedException("it is greater than " + MESSAGE + " octets");
        }
        boolean backlog = "true".equals(message.property("backlog"));
        text(inflated(message))
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> line(message.topic(), source, store, backlog, line, content));
    }

    private byte[] inflated(Message message) throws RefusedException {
        try {
            return inflation.content(message.content(), message.property("content-encoding"));
        } catch (IOException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private static String text(byte[] octets) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException("it is not in UTF-8");
        }
    }

    private static void line(String topic, Source source, String store, boolean backlog, String line, Content content) {
        LineReader reader = new LineReader(line);
        try {
            if (line.length() > LINE) {
                throw new RefusedException("a line is longer than " + LINE);
            }
            content.records.add(reader.read(source, store, backlog));
        } catch (RefusedException e) {
            Long sequence = reader.sequence();
            Refusal.Numbered numbered = sequence == null ? null : new Refusal.Numbered(source, store, sequence);
            content.refusals.add(new Refusal(topic, e.reason(), line.getBytes(StandardCharsets.UTF_8), numbered));
        }
    }
}
