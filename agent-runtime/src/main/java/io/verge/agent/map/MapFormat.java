package io.verge.agent.map;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verge.agent.cli.Hex;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.sae.SaeMessages;
import io.verge.messages.sae.j2735.MapData;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import io.verge.site.MapImportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a map can be made of, and the reading of it up to its types. */
enum MapFormat {
    /** A road network of SUMO. */
    SUMO,
    /** A MAP of J2735. */
    SAE,
    /** A MAP of T/CSAE 53. */
    CSAE;

    private static final int HEADS = 200;

    /** By what the octets begin with: XML; JSON of the one frame or the other; or the hexadecimal frames of either. */
    static MapFormat of(byte[] octets) {
        String head = new String(octets, 0, Math.min(octets.length, HEADS), StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .strip();
        if (head.startsWith("{")) {
            return head.contains("\"messageId\"") ? SAE : CSAE;
        }
        String hex = head.startsWith("0x") || head.startsWith("0X") ? head.substring(2) : head;
        if (hex.startsWith("0012") || hex.startsWith("00 12")) {
            return SAE;
        }
        return hex.startsWith("1") ? CSAE : SUMO;
    }

    /** The MAP in a frame of J2735, in hexadecimal or JSON. */
    static MapData sae(byte[] octets) throws MapImportException {
        Object frame = decoded(SaeMessages.frame(), text(octets));
        if (frame instanceof io.verge.messages.sae.j2735.MessageFrame known && known.value() instanceof MapData map) {
            return map;
        }
        throw new MapImportException("is a message of J2735, but no MAP");
    }

    /** The MAP in a frame of T/CSAE 53, in hexadecimal or JSON, in the types of the edition of 2020. */
    static io.verge.messages.csae.edition2020.MapData csae(byte[] octets, CsaeEdition edition)
            throws MapImportException {
        Object frame = decoded(edition.frame(), text(octets));
        if (frame instanceof io.verge.messages.csae.edition2019.MapData old) {
            frame = newer(edition, old);
        }
        if (frame instanceof io.verge.messages.csae.edition2020.MapData map) {
            return map;
        }
        throw new MapImportException("is a message of T/CSAE 53, but no MAP");
    }

    private static String text(byte[] octets) throws MapImportException {
        String text =
                new String(octets, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
        if (text.isEmpty()) {
            throw new MapImportException("is empty; expected a message in hexadecimal or JSON");
        }
        return text;
    }

    private static <T> T decoded(Codec<T> codec, String text) throws MapImportException {
        try {
            return text.startsWith("{")
                    ? codec.parseJson(text)
                    : codec.decode(Hex.parse(text.replace('\n', ' ').replace('\r', ' ')));
        } catch (CodecException e) {
            throw new MapImportException("is not a " + codec.name() + ": " + e.getMessage());
        }
    }

    /** By way of JSON, which is alike in both but for the width of a link: in 2019 it may be missing, and 0 is unknown. */
    private static Object newer(CsaeEdition edition, io.verge.messages.csae.edition2019.MapData old)
            throws MapImportException {
        try {
            Map<String, Object> frame = JSON.std.mapFrom(json(edition.frame(), old));
            withWidths(frame);
            return Objects.requireNonNull(CsaeEdition.EDITION_2020.frame()).parseJson(JSON.std.asString(frame));
        } catch (IOException | CodecException e) {
            throw new MapImportException("does not fit into the edition of 2020: " + e.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // the codec of frames formats frames
    private static String json(Codec<?> frames, Object frame) {
        return ((Codec<Object>) frames).formatJson(frame);
    }

    @SuppressWarnings("unchecked") // what JSON's objects become
    private static void withWidths(Object value) {
        if (value instanceof Map<?, ?> object) {
            if (object.containsKey("upstreamNodeId")) {
                ((Map<String, Object>) object).putIfAbsent("linkWidth", 0);
            }
            object.values().forEach(MapFormat::withWidths);
        } else if (value instanceof List<?> list) {
            list.forEach(MapFormat::withWidths);
        }
    }
}
