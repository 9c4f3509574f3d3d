package io.verge.itests.messages;

import io.verge.messages.testkit.Codecs;
import io.verge.messages.testkit.Unit;

/** The generated codecs of every unit. */
final class MessageSets {
    private MessageSets() {}

    static Codecs codecs(Unit unit) {
        return switch (unit) {
            case CSAE_2019 -> io.verge.messages.csae.edition2019.Types::find;
            case CSAE_2020 -> io.verge.messages.csae.edition2020.Types::find;
            case J2735 -> io.verge.messages.sae.j2735.Types::find;
            case ETSI_RELEASE1 -> io.verge.messages.etsi.release1.Types::find;
            case ETSI_RELEASE1_2016 -> io.verge.messages.etsi.release1v2016.Types::find;
            case ETSI_INFRASTRUCTURE -> io.verge.messages.etsi.infrastructure.Types::find;
            case ETSI_CPM -> io.verge.messages.etsi.cpm.Types::find;
            case ETSI_CPM_241 -> io.verge.messages.etsi.cpm241.Types::find;
        };
    }
}
