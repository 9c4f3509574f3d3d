package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * One rover at an NTRIP caster. It asks by HTTP for a mount point and is answered by {@code ICY 200 OK} (version 1) or HTTP (version
 * 2) and the stream; who asks for what is not there gets the source table and is left.
 *
 * <pre>
 *  ASKING ──whole request for /VERGE──▶ STREAMING
 *     └──another request──▶ answered with the table, ended
 * </pre>
 */
final class CasterSession implements Session {
    static final String MOUNT = "VERGE";

    private static final int LONGEST_REQUEST = 4096;
    private static final String SOURCE = "STR;" + MOUNT
            + ";Demo crossing;RTCM 3.3;1004(1),1005(5);2;GPS;Verge;CHN;30.50;114.30;0;0;Verge;none;N;N;9600;\r\n"
            + "ENDSOURCETABLE\r\n";

    private final Client client;
    private final StringBuilder request = new StringBuilder();
    private final ByteBuffer heard = ByteBuffer.allocate(512);
    private boolean streams;

    CasterSession(Client client) {
        this.client = client;
    }

    @Override
    public boolean poll() throws IOException {
        client.flush();
        heard.clear();
        int count = client.read(heard);
        if (count < 0) {
            return false;
        }
        return streams || count == 0 || hear(US_ASCII.decode(heard.flip()).toString());
    }

    private boolean hear(String text) throws IOException {
        request.append(text);
        if (request.length() > LONGEST_REQUEST) {
            throw new IOException("a request has no end");
        }
        if (request.indexOf("\r\n\r\n") < 0) {
            return true;
        }
        boolean version2 = request.toString().toLowerCase(Locale.ROOT).contains("ntrip-version: ntrip/2");
        streams = request.toString().startsWith("GET /" + MOUNT + " ");
        say(streams ? greeting(version2) : table(version2));
        return streams;
    }

    private static String greeting(boolean version2) {
        return version2
                ? "HTTP/1.1 200 OK\r\nNtrip-Version: Ntrip/2.0\r\nContent-Type: gnss/data\r\nConnection: close\r\n\r\n"
                : "ICY 200 OK\r\n\r\n";
    }

    private static String table(boolean version2) {
        String status = version2
                ? "HTTP/1.1 200 OK\r\nNtrip-Version: Ntrip/2.0\r\nContent-Type: gnss/sourcetable\r\n"
                : "SOURCETABLE 200 OK\r\nContent-Type: text/plain\r\n";
        return status + "Content-Length: " + SOURCE.length() + "\r\nConnection: close\r\n\r\n" + SOURCE;
    }

    private void say(String text) throws IOException {
        client.send(US_ASCII.encode(text));
    }

    @Override
    public void send(ByteBuffer message) throws IOException {
        if (streams) {
            client.send(message);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
