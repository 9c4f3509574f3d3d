package io.verge.cloud.internal.mqtt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * The connection under Paho's client. Ours, so that it can be cut whatever Paho is doing, that every octet from the broker is a
 * sign of life, and that the broker's first packet can be read when Paho throws it away.
 */
final class Wire implements NetworkModule {
    private static final int LONGEST_GREETING = 1024;

    private final ConnectSettings settings;
    private final Runnable heard;
    private final Socket socket = new Socket();
    private final byte[] greeting = new byte[LONGEST_GREETING];

    private volatile int greeted;
    private volatile @Nullable Socket secured;
    private volatile @Nullable String failure;

    /**
     * Opens nothing yet.
     *
     * @param heard called when octets have come
     */
    Wire(ConnectSettings settings, Runnable heard) {
        this.settings = settings;
        this.heard = heard;
    }

    /** Dials. Called by a thread of Paho's. */
    @Override
    public void start() throws IOException, MqttException {
        try {
            Broker broker = settings.broker();
            int limit = (int) settings.deadline().toMillis();
            socket.connect(new InetSocketAddress(broker.host(), broker.port()), limit);
            socket.setTcpNoDelay(true);
            TlsSettings tls = settings.tls();
            if (tls != null) {
                socket.setSoTimeout(limit);
                secured = shaken(Tls.over(socket, broker, tls, settings.certificateTime()));
                socket.setSoTimeout(0);
            }
        } catch (UnknownHostException e) {
            throw failed("the name " + settings.broker().host() + " is not known", e);
        } catch (SSLException e) {
            throw failed("TLS: " + PahoMessages.words(e), e);
        } catch (IOException | RuntimeException e) {
            throw failed(PahoMessages.words(e), e);
        }
    }

    private static Socket shaken(SSLSocket socket) throws IOException {
        socket.startHandshake();
        return socket;
    }

    private IOException failed(String words, Exception cause) {
        failure = words;
        cut();
        return new IOException(words, cause);
    }

    /** Why it did not come about, in words. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether TLS came about and the broker has said nothing since. */
    boolean isShakenAlone() {
        return secured != null && greeted == 0;
    }

    /** The first octets from the broker. */
    byte[] greeting() {
        return Arrays.copyOf(greeting, greeted);
    }

    /** Closes the bare socket: to close TLS properly could wait for whoever is writing. Any thread, returns at once. */
    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as good as closed.
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        Socket open = secured;
        return new Listening((open == null ? socket : open).getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        Socket open = secured;
        return (open == null ? socket : open).getOutputStream();
    }

    @Override
    public void stop() {
        cut();
    }

    @Override
    public String getServerURI() {
        return settings.broker().toString();
    }

    /** Notes that something has come. */
    private final class Listening extends FilterInputStream {
        Listening(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            if (octet >= 0) {
                keep(new byte[] {(byte) octet}, 0, 1);
            }
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count > 0) {
                keep(into, offset, count);
            }
            return count;
        }

        private void keep(byte[] octets, int offset, int count) {
            int before = greeted;
            int room = Math.min(count, LONGEST_GREETING - before);
            if (room > 0) {
                System.arraycopy(octets, offset, greeting, before, room);
                greeted = before + room;
            }
            heard.run();
        }
    }
}
