package io.verge.agent.cli;

import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.DsmpPacket;
import io.verge.messages.etsi.CpmEdition;
import io.verge.messages.etsi.EtsiFrames;
import io.verge.messages.etsi.EtsiMessages;
import io.verge.messages.sae.SaeMessages;
import io.verge.messages.uper.Codec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The message sets by the names that users give them. */
enum MessageSet {
    /** T/CSAE 53: day 1 (edition 2019), with day 2 (edition 2020), and the DSMP packet that carries them. */
    CSAE("csae") {
        @Override
        List<String> editions() {
            return List.of("2020", "2019");
        }

        @Override
        List<String> types(String edition) {
            return Stream.concat(edition(edition).names().stream(), Stream.of(DSMP))
                    .toList();
        }

        @Override
        Optional<MessageFormat> find(String edition, String type) {
            return type.equals(DSMP)
                    ? Optional.of(dsmp())
                    : formatOf(edition(edition).find(type));
        }

        @Override
        MessageFormat frame(String edition) {
            return MessageFormat.of(edition(edition).frame());
        }

        private MessageFormat dsmp() {
            return new MessageFormat(packet -> DsmpPacket.decode(packet).toJson(), json -> DsmpPacket.fromJson(json)
                    .encode());
        }

        private CsaeEdition edition(String year) {
            return year.equals("2019") ? CsaeEdition.EDITION_2019 : CsaeEdition.EDITION_2020;
        }
    },

    /** SAE J2735: later editions only add, so one codec reads and writes all. */
    SAE("sae") {
        @Override
        List<String> editions() {
            return List.of("2024", "2020", "2016");
        }

        @Override
        List<String> types(String edition) {
            return SaeMessages.names();
        }

        @Override
        Optional<MessageFormat> find(String edition, String type) {
            return formatOf(SaeMessages.find(type));
        }

        @Override
        MessageFormat frame(String edition) {
            return MessageFormat.of(SaeMessages.frame());
        }
    },

    /** ETSI ITS; the edition is that of the data dictionary (TS 102 894-2) which the CPM is built on. */
    ETSI("etsi") {
        @Override
        List<String> editions() {
            return List.of("2.1.1", "2.4.1");
        }

        @Override
        List<String> types(String edition) {
            EtsiMessages messages = messages(edition);
            return Stream.of(messages.names(), messages.qualifiedNames())
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        Optional<MessageFormat> find(String edition, String type) {
            EtsiMessages messages = messages(edition);
            return EtsiMessages.hasEditions(type)
                    ? Optional.of(byVersion(messages, edition, type))
                    : messages.byName(type).map(MessageFormat::of);
        }

        /** The protocolVersion, which stands first in the header, decides. */
        private MessageFormat byVersion(EtsiMessages messages, String edition, String type) {
            return new MessageFormat(
                    message -> MessageFormat.of(messages.codecFor(type, message.length == 0 ? 0 : message[0]))
                            .toJson(message),
                    json -> EtsiFrames.fromJson(json, edition));
        }

        @Override
        MessageFormat frame(String edition) {
            return new MessageFormat(
                    packet -> EtsiFrames.toJson(packet, edition), json -> EtsiFrames.fromJson(json, edition));
        }

        private EtsiMessages messages(String edition) {
            return new EtsiMessages(edition.equals("2.4.1") ? CpmEdition.CDD_2_4_1 : CpmEdition.CDD_2_1_1);
        }
    };

    /** The network layer's packet, which is no ASN.1 type. */
    private static final String DSMP = "DSMP";

    private final String label;

    MessageSet(String label) {
        this.label = label;
    }

    private static Optional<MessageFormat> formatOf(@Nullable Codec<?> codec) {
        return codec == null ? Optional.empty() : Optional.of(MessageFormat.of(codec));
    }

    /** The set of exactly this name. */
    static Optional<MessageSet> find(String label) {
        return Arrays.stream(values()).filter(set -> set.label.equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(MessageSet::label).toList();
    }

    /** The name on the command line. */
    String label() {
        return label;
    }

    String defaultEdition() {
        return editions().get(0);
    }

    /** The default first. */
    abstract List<String> editions();

    /** The names of all types of one of the {@link #editions}. */
    abstract List<String> types(String edition);

    /** One type of one of the {@link #editions}. */
    abstract Optional<MessageFormat> find(String edition, String type);

    /** What is sent as a whole, in one of the {@link #editions}. */
    abstract MessageFormat frame(String edition);
}
