package io.verge.driver.recording.internal;

import io.verge.device.Connection;
import io.verge.device.Transports;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/** Transports that only know files. */
final class OpenFiles implements Transports {
    @Override
    public Connection file(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("file " + path + " does not exist");
        }
        InputStream in = Files.newInputStream(path);
        return connection(path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
    }

    static Connection connection(InputStream in) {
        return new Connection() {
            @Override
            public int read(ByteBuffer into, Duration timeout) throws IOException {
                byte[] octets = new byte[into.remaining()];
                int count = in.read(octets);
                if (count > 0) {
                    into.put(octets, 0, count);
                }
                return count;
            }

            @Override
            public void write(ByteBuffer from) throws IOException {
                throw new IOException("only read");
            }

            @Override
            public boolean finite() {
                return true;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    @Override
    public Connection serial(String port, int baud) throws IOException {
        throw new IOException("only files");
    }

    @Override
    public Connection tcp(InetSocketAddress address) throws IOException {
        throw new IOException("only files");
    }

    @Override
    public Connection udpListen(InetSocketAddress local) throws IOException {
        throw new IOException("only files");
    }

    @Override
    public Connection udpTo(InetSocketAddress remote) throws IOException {
        throw new IOException("only files");
    }

    @Override
    public Connection webSocket(URI uri) throws IOException {
        throw new IOException("only files");
    }
}
