package io.verge.itests.perception;

import static org.junit.jupiter.api.Assumptions.abort;

import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the programs that make recordings, follow road users in a text-book way and score. They need Python with numpy and scipy. */
final class Python {
    /** Longest that a program may take. */
    private static final long SECONDS = 600;

    private final String interpreter;

    private Python(String interpreter) {
        this.interpreter = interpreter;
    }

    /** The first Python that has what is needed; skips the running test when there is none. */
    static Python find() throws IOException, InterruptedException {
        for (String candidate : List.of("python3", "/usr/bin/python3")) {
            if (works(candidate)) {
                return new Python(candidate);
            }
        }
        return abort("skipped: no python3 with numpy and scipy (apt-get install python3-numpy python3-scipy)");
    }

    /** Runs a tool that lies beside the data folder; skips the running test when it is not there. */
    String run(String tool, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(interpreter);
        command.add(DataFolder.file("../tools/" + tool).toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path printed = Files.createTempFile("printed", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
            // Matrices of four rows are multiplied by one thread soonest.
            builder.environment().put("OPENBLAS_NUM_THREADS", "1");
            Process process = builder.start();
            if (!ended(process) || process.exitValue() != 0) {
                throw new IOException(command + " failed: " + Files.readString(printed));
            }
            return Files.readString(printed);
        } finally {
            Files.delete(printed);
        }
    }

    private static boolean works(String interpreter) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(interpreter, "-c", "import numpy, scipy.optimize")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ended(process) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ended(Process process) throws InterruptedException {
        if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            return true;
        }
        process.destroyForcibly();
        return false;
    }
}
