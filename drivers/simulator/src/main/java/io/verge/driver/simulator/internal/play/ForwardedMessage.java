package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.verge.api.message.V2xFrame;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What a radio makes of a message that it received: the octets alone where they say what they are (J2735), text that names the
 * kind where they do not.
 */
final class ForwardedMessage {
    private ForwardedMessage() {}

    /** One datagram. */
    static ByteBuffer of(V2xFrame frame) {
        if (frame.set().equals("sae")) {
            return frame.payload();
        }
        byte[] octets = new byte[frame.size()];
        frame.payload().get(octets);
        String text = "Version=0.7\nType=" + frame.kind() + "\nPSID=0x" + Integer.toHexString(frame.application())
                + "\nPayload=" + HexFormat.of().withUpperCase().formatHex(octets) + "\n";
        return ByteBuffer.wrap(text.getBytes(US_ASCII));
    }
}
