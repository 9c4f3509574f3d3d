package io.verge.transfer.source;

import io.verge.transfer.BlockInput;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** What a server has answered. One thread. */
public final class HttpReply implements Closeable {
    private final HttpURLConnection connection;
    private final int status;
    private final Body body;

    private HttpReply(HttpURLConnection connection, int status, @Nullable InputStream content) {
        this.connection = connection;
        this.status = status;
        body = new Body(content == null ? InputStream.nullInputStream() : content);
    }

    static HttpReply of(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the server does not speak HTTP");
        }
        InputStream content = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        return new HttpReply(connection, status, content);
    }

    public int status() {
        return status;
    }

    /** Empty when there is none. */
    public String header(String name) {
        String value = connection.getHeaderField(name);
        return value == null ? "" : value;
    }

    /** The content; closing it closes the answer. */
    public InputStream body() {
        return body;
    }

    /**
     * All of the content.
     *
     * @param most octets
     */
    public byte[] read(int most) throws SourceException {
        byte[] content;
        try {
            content = body.readNBytes(most + 1);
        } catch (IOException e) {
            throw SourceException.broken(e);
        }
        if (content.length > most) {
            throw SourceException.of(Kind.REFUSED, "the server's answer has more than " + most + " octets");
        }
        return content;
    }

    /** Keeps the connection for the next question when this one was heard to its end; cuts it otherwise. */
    @Override
    public void close() {
        body.close();
    }

    private final class Body extends BlockInput {
        private final long length;
        private long passed;
        private boolean ended;

        Body(InputStream in) {
            super(in);
            length = connection.getContentLengthLong();
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            int n = in.read(buffer, offset, count);
            passed += Math.max(0, n);
            ended |= n < 0 || passed == length;
            return n;
        }

        @Override
        public long skip(long octets) throws IOException {
            long skipped = in.skip(octets);
            passed += skipped;
            return skipped;
        }

        @Override
        public void close() {
            if (!ended) {
                // Java would read on to save the connection: octets that nobody wants.
                connection.disconnect();
                return;
            }
            try {
                in.close();
            } catch (IOException e) {
                connection.disconnect();
            }
        }
    }
}
