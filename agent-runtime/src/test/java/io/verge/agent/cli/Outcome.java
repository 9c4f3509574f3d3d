package io.verge.agent.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What one run of the command line left behind. */
record Outcome(int code, String out, String err) {
    /** A test message of T/CSAE 53-2020: counter 1, text "hello V2X". */
    static final String CSAE_TEST_MESSAGE = "800f00000c02021a195b1b1bc8158c9600";

    /** A signal status message of J2735. */
    static final String SAE_SIGNAL_STATUS = "001e120000000005e9c04071a26614c06000040ba0";

    /** A CAM with nothing known. */
    static final String ETSI_CAM = "0102000000000064000d693a403ad274803ffffffc23b7743e00e11fdffffebfe9ed0737530f5fffb0";

    /** Runs {@code verge} with text on standard input. */
    static Outcome of(String input, String... args) {
        return of(new ByteArrayInputStream(input.getBytes(UTF_8)), args);
    }

    /** Runs {@code verge}. */
    static Outcome of(InputStream input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Outcome outcome = of(input, out, args);
        return new Outcome(outcome.code(), out.toString(UTF_8), outcome.err());
    }

    /** Runs {@code verge} with output that a test looks at, or that fails. */
    static Outcome of(InputStream input, OutputStream output, String... args) {
        StringWriter err = new StringWriter();
        int code = Main.run(new Console(input, output, new PrintWriter(err, true)), args);
        return new Outcome(code, "", err.toString());
    }

    static InputStream octets(String latin1) {
        return new ByteArrayInputStream(latin1.getBytes(ISO_8859_1));
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
