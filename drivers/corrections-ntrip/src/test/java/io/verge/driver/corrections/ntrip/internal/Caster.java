package io.verge.driver.corrections.ntrip.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A caster on a real port. The test takes each connection, reads what was asked and answers. */
final class Caster implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<Visit> visits = new ArrayList<>();

    Caster() throws IOException {
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits for the next connection and its request. */
    Visit visit() throws IOException {
        Socket socket = server.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        Visit visit = new Visit(socket);
        visits.add(visit);
        return visit;
    }

    /** One connection. */
    static final class Visit implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;
        final List<String> request = new ArrayList<>();

        private Visit(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = line(); !line.isEmpty(); line = line()) {
                request.add(line);
            }
        }

        String line() throws IOException {
            String line = in.readLine();
            return line == null ? "" : line;
        }

        Visit say(String text) throws IOException {
            return say(text.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        Visit say(byte... octets) throws IOException {
            socket.getOutputStream().write(octets);
            return this;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Visit visit : visits) {
            visit.close();
        }
        server.close();
    }
}
