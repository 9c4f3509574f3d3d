package io.verge.device;

import java.io.IOException;

/** A datagram or message did not fit into the buffer. It is dropped whole; the connection goes on. */
public final class MessageTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * @param limit of the buffer, octets
     */
    public MessageTooLargeException(String from, int limit) {
        super(from + ": a message is greater than " + limit + " octets");
    }
}
