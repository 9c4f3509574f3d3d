package io.verge.watchdog.internal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives word through the program {@code systemd-notify}: Java 17 has no datagram sockets of the Unix kind, and native code of our
 * own would be the greater risk. Always the same program with an environment of one variable, and never through a shell.
 */
final class NotifyProgram implements Supervisor {
    static final String SYSTEMD = "/usr/bin/systemd-notify";

    private final String program;
    private final String socket;
    private final Duration patience;

    /**
     * @param program absolute
     * @param socket where the supervisor listens
     * @param patience how long one word may take
     */
    NotifyProgram(String program, String socket, Duration patience) {
        this.program = program;
        this.socket = socket;
        this.patience = patience;
    }

    @Override
    public void tell(List<String> word) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program);
        command.addAll(word);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("NOTIFY_SOCKET", socket);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(program + " has not ended in " + patience);
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " ended with " + process.exitValue());
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
