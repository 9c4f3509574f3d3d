package io.verge.messages.csae.internal;

import io.verge.api.message.MessageKind;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.facilities.KindEntries;
import io.verge.messages.facilities.element.Ia5;
import io.verge.messages.uper.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The configuration, checked.
 *
 * @param aids application identifier by kind of message
 * @param rsu the 8 octets by which messages name their sender
 * @param participants the highest participant number, 16 to 65535
 * @param self whether each RSM lists the RSU as participant 0
 * @param eventTypes what RSI calls events
 */
record Settings(
        CsaeEdition edition,
        Map<MessageKind, Integer> aids,
        Octets rsu,
        int participants,
        boolean self,
        EventCodes eventTypes) {
    /** Not confirmed by a text of the standard, so each can be configured. */
    private static final Map<MessageKind, Integer> USUAL_AIDS =
            Map.of(MessageKind.MAP, 112, MessageKind.RSM, 113, MessageKind.SPAT, 114, MessageKind.RSI, 115);

    /** What the p-encoding of IEEE 1609.3 can express in four octets. */
    private static final int GREATEST_AID = 270_549_119;

    private static final KindEntries<MessageKind> AIDS = new KindEntries<>(
            "aid", List.of(MessageKind.values()), "number with 0 to " + GREATEST_AID + ", such as SPAT=114");

    private static final Function<String, Long> NUMBER = KindEntries.numberTo(GREATEST_AID);

    private static final int RSU_LENGTH = 8;

    Settings {
        aids = Map.copyOf(aids);
        if (participants < 16 || participants > 65_535) {
            throw new IllegalArgumentException("participants: " + participants + " is not 16 to 65535");
        }
    }

    /**
     * Reads the configuration.
     *
     * @param box the id of the box
     * @throws IllegalArgumentException names the key, the value and what was expected
     */
    static Settings of(CsaeConfig config, String box) {
        CsaeEdition edition = CsaeEdition.of(Integer.toString(config.edition()))
                .orElseThrow(
                        () -> new IllegalArgumentException("edition: " + config.edition() + " is not 2019 or 2020"));
        return new Settings(
                edition,
                AIDS.over(USUAL_AIDS, text -> NUMBER.apply(text).intValue(), config.aid()),
                rsu(config.rsu(), box),
                config.participants(),
                config.self(),
                EventCodes.with(config.eventType()));
    }

    private static Octets rsu(String configured, String box) {
        String name = configured.isEmpty() ? box.substring(Math.max(0, box.length() - RSU_LENGTH)) : configured;
        if (name.length() > RSU_LENGTH || !Ia5.isText(name)) {
            throw new IllegalArgumentException("rsu: '" + name + "' is not 1 to 8 ASCII characters"
                    + (configured.isEmpty() ? ", and the id of the box gives none" : ""));
        }
        return Octets.copyOf(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), RSU_LENGTH));
    }

    /** The application identifier of a kind; 0 when none is known. */
    int aid(MessageKind kind) {
        return aids.getOrDefault(kind, 0);
    }
}
