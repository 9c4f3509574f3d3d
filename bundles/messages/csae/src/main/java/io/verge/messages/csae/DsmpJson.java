package io.verge.messages.csae;

import io.verge.messages.csae.DsmpPacket.Extension;
import io.verge.messages.uper.CodecException;
import io.verge.messages.uper.JerReader;
import io.verge.messages.uper.JerWriter;
import io.verge.messages.uper.Octets;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of a {@link DsmpPacket}. */
final class DsmpJson {
    private boolean adapted;
    private int version;
    private int reserved;
    private List<Extension> extensions = List.of();
    private @Nullable Integer aid;
    private @Nullable Octets data;

    private DsmpJson() {}

    static String write(DsmpPacket packet) {
        StringWriter text = new StringWriter();
        try (JerWriter out = new JerWriter(text)) {
            write(packet, out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void write(DsmpPacket packet, JerWriter out) throws IOException {
        out.beginObject();
        if (packet.adapted()) {
            member(out, "adaptation", DsmpPacket.ADAPTATION);
        }
        member(out, "version", packet.version());
        if (packet.reserved() != 0) {
            member(out, "reserved", packet.reserved());
        }
        out.name("extensions");
        out.beginArray();
        for (Extension extension : packet.extensions()) {
            out.beginObject();
            member(out, "elementId", extension.elementId());
            member(out, "value", extension.value());
            out.endObject();
        }
        out.endArray();
        member(out, "aid", packet.aid());
        member(out, "data", packet.data());
        out.endObject();
    }

    private static void member(JerWriter out, String name, long value) throws IOException {
        out.name(name);
        out.integer(value);
    }

    private static void member(JerWriter out, String name, Octets value) throws IOException {
        out.name(name);
        out.octets(value);
    }

    static DsmpPacket read(String json) throws CodecException {
        try (JerReader in = new JerReader(json)) {
            DsmpJson members = new DsmpJson();
            in.beginObject();
            for (String name = in.member(); name != null; name = in.member()) {
                members.take(name, in);
            }
            in.finish();
            return members.packet(in);
        } catch (CodecException e) {
            throw e.in(DsmpPacket.NAME);
        }
    }

    private void take(String name, JerReader in) throws CodecException {
        try {
            switch (name) {
                case "adaptation" -> adapted = in.integer(DsmpPacket.ADAPTATION, DsmpPacket.ADAPTATION) != 0;
                case "version" -> version = in.integer(0, 0);
                case "reserved" -> reserved = in.integer(0, 15);
                case "extensions" -> extensions = extensions(in);
                case "aid" -> aid = in.integer(0, (int) Aid.MAXIMUM);
                case "data" -> data = in.octets();
                default -> throw in.noSuchMember(name);
            }
        } catch (CodecException e) {
            throw e.in("." + name);
        }
    }

    private DsmpPacket packet(JerReader in) throws CodecException {
        return new DsmpPacket(
                adapted, version, reserved, extensions, in.required(aid, "aid"), in.required(data, "data"));
    }

    private static List<Extension> extensions(JerReader in) throws CodecException {
        List<Extension> extensions = new ArrayList<>();
        in.beginArray();
        while (in.element()) {
            try {
                extensions.add(extension(in));
            } catch (CodecException e) {
                throw e.in(extensions.size());
            }
        }
        return extensions;
    }

    private static Extension extension(JerReader in) throws CodecException {
        Integer elementId = null;
        Octets value = null;
        in.beginObject();
        for (String name = in.member(); name != null; name = in.member()) {
            switch (name) {
                case "elementId" -> elementId = in.integer(0, 255);
                case "value" -> value = in.octets();
                default -> throw in.noSuchMember(name);
            }
        }
        return new Extension(in.required(elementId, "elementId"), in.required(value, "value"));
    }
}
