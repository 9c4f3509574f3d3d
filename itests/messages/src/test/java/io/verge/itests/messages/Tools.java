package io.verge.itests.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs written by others. */
final class Tools {
    /** Longest that a program may take. */
    private static final long SECONDS = 300;

    private Tools() {}

    /** Whether a command is there and ends well. */
    static boolean works(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ended(process, List.of(command)) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a command in a folder and gives what it printed, errors included. */
    static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int status = ended(process, command);
        String text = Files.readString(printed);
        if (status != 0) {
            throw new IOException(command.get(0) + " ended with " + status + ": " + text);
        }
        return text;
    }

    /** Waits, but not for ever: asn1ct loops when a module is missing. */
    private static int ended(Process process, List<String> command) throws IOException, InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " took more than " + SECONDS + " s");
        }
        return process.exitValue();
    }
}
