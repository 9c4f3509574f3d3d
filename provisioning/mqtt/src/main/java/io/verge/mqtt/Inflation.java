package io.verge.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Undoes {@code content-encoding: deflate;dict=1}: the zlib format (RFC 1950) with the preset dictionary of the contract. Any thread. */
public final class Inflation {
    private static final String ENCODING = "deflate;dict=1";
    private static final String DICTIONARY = "dictionary-1.txt";
    private static final int STEP = 16 << 10;

    private final int most;
    private final byte[] dictionary;

    /**
     * With the dictionary that this jar carries.
     *
     * @param most octets that may come out
     */
    public Inflation(int most) {
        this.most = most;
        this.dictionary = dictionary();
    }

    /**
     * The content as it was before it was packed; itself when it was not.
     *
     * @param encoding the user property {@code content-encoding}; null when there is none
     * @throws IOException when it is not what the contract says, or too much; says which
     */
    public byte[] content(byte[] content, @Nullable String encoding) throws IOException {
        if (encoding == null) {
            return content;
        }
        if (!encoding.replace(" ", "").equals(ENCODING)) {
            throw new IOException("content-encoding is not known, " + ENCODING + " was expected");
        }
        return inflate(content);
    }

    private byte[] inflate(byte[] packed) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            return inflate(inflater);
        } catch (DataFormatException | IllegalArgumentException e) { // the latter: of another dictionary
            throw new IOException("it cannot be inflated: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    private byte[] inflate(Inflater inflater) throws DataFormatException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] step = new byte[STEP];
        while (!inflater.finished()) {
            int count = inflater.inflate(step);
            if (count == 0 && inflater.needsDictionary()) {
                inflater.setDictionary(dictionary);
            } else if (count == 0 && inflater.needsInput()) {
                throw new IOException("it cannot be inflated: it ends too soon");
            }
            if (out.size() + count > most) {
                throw new IOException("it is greater than " + most + " octets when inflated");
            }
            out.write(step, 0, count);
        }
        return out.toByteArray();
    }

    /** The dictionary of the contract. */
    public static byte[] dictionary() {
        try (InputStream in = Inflation.class.getResourceAsStream(DICTIONARY)) {
            if (in == null) {
                throw new IllegalStateException(DICTIONARY + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
