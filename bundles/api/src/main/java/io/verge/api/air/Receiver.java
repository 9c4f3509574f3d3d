package io.verge.api.air;

import io.verge.api.message.V2xFrame;
import org.osgi.annotation.versioning.ProviderType;

/** Where radios hand in what they received. Never blocks; called on the radio's thread. */
@ProviderType
public interface Receiver {
    /**
     * Takes a message.
     *
     * @param radio the id of the radio
     * @param frame as received; its set is the radio's guess and may be wrong
     */
    void received(String radio, V2xFrame frame);
}
