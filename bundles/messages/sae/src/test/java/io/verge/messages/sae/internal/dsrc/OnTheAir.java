package io.verge.messages.sae.internal.dsrc;

import io.verge.messages.facilities.Translation;
import io.verge.messages.facilities.Translation.Encoder;
import io.verge.messages.sae.j2735.MapData;
import io.verge.messages.sae.j2735.RTCMcorrections;
import io.verge.messages.sae.j2735.SPAT;
import io.verge.messages.sae.j2735.SignalRequestMessage;
import io.verge.messages.sae.j2735.SignalStatusMessage;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;

/** Messages as a receiver decodes them. */
final class OnTheAir {
    private OnTheAir() {}

    static MapData received(MapData sent) {
        return received(sent, MapData::encode, MapData::decode);
    }

    static SPAT received(SPAT sent) {
        return received(sent, SPAT::encode, SPAT::decode);
    }

    static SignalRequestMessage received(SignalRequestMessage sent) {
        return received(sent, SignalRequestMessage::encode, SignalRequestMessage::decode);
    }

    static SignalStatusMessage received(SignalStatusMessage sent) {
        return received(sent, SignalStatusMessage::encode, SignalStatusMessage::decode);
    }

    static RTCMcorrections received(RTCMcorrections sent) {
        return received(sent, RTCMcorrections::encode, RTCMcorrections::decode);
    }

    private static <T> T received(T sent, Encoder<T> encoder, Codec.Decoder<T> decoder) {
        try {
            return new Translation().same(sent, encoder, decoder);
        } catch (CodecException e) {
            throw new AssertionError(e);
        }
    }
}
