package io.verge.agent.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The three standard streams. */
record Console(InputStream in, OutputStream out, PrintWriter err) {
    /** Those of this process. {@code System.out} will not do: it hides that it cannot be written. */
    static Console ofProcess() {
        return new Console(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }
}
