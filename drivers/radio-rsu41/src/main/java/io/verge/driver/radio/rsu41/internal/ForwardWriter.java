package io.verge.driver.radio.rsu41.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Immediate Forward to text: one line for each key, in this order, each ended by a line feed.
 *
 * <table>
 * <caption>Lines</caption>
 * <tr><th>key</th><th>value</th></tr>
 * <tr><td>Version</td><td>0.7</td></tr>
 * <tr><td>Type</td><td>the kind of message</td></tr>
 * <tr><td>PSID</td><td>0x and hexadecimal</td></tr>
 * <tr><td>Priority</td><td>7</td></tr>
 * <tr><td>TxMode</td><td>CONT or ALT</td></tr>
 * <tr><td>TxChannel</td><td>172 to 184</td></tr>
 * <tr><td>TxInterval</td><td>0: once, now</td></tr>
 * <tr><td>DeliveryStart, DeliveryStop</td><td>empty: of no use for once</td></tr>
 * <tr><td>Signature</td><td>True or False</td></tr>
 * <tr><td>Encryption</td><td>False</td></tr>
 * <tr><td>Payload</td><td>hexadecimal, upper case</td></tr>
 * </table>
 */
final class ForwardWriter {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private ForwardWriter() {}

    static ByteBuffer write(ImmediateForward message) {
        ByteBuffer payload = message.payload();
        byte[] octets = new byte[payload.remaining()];
        payload.get(octets);
        String text = "Version=0.7\nType=" + message.type()
                + "\nPSID=0x" + Integer.toHexString(message.psid()).toUpperCase(Locale.ROOT)
                + "\nPriority=7\nTxMode=" + message.txMode()
                + "\nTxChannel=" + message.channel()
                + "\nTxInterval=0\nDeliveryStart=\nDeliveryStop=\nSignature=" + (message.signature() ? "True" : "False")
                + "\nEncryption=False\nPayload=" + HEX.formatHex(octets) + "\n";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
