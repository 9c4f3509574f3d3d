package io.verge.driver.simulator.internal.play;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A client that listens; what it says is read and forgotten, as by the data port of a radar. */
final class StreamSession implements Session {
    private final Client client;
    private final ByteBuffer heard = ByteBuffer.allocate(256);

    StreamSession(Client client) {
        this.client = client;
    }

    @Override
    public boolean poll() throws IOException {
        client.flush();
        heard.clear();
        return client.read(heard) >= 0;
    }

    @Override
    public void send(ByteBuffer message) throws IOException {
        client.send(message);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
