package io.verge.agent.run;

import io.verge.agent.cli.ExitCode;
import io.verge.outbox.OutboxRecovery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gets records out of a file of the outbox that was set aside. Needs no running agent. */
@Command(
        name = "recover",
        description = {
            "Write what can be read of a file that the outbox has set aside as NDJSON, a record a line.",
            "The file is only read. Records that had been sent may be among them: store, lane, stream and sequence tell."
        },
        mixinStandardHelpOptions = true)
public final class OutboxRecoverCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "The file, such as damaged-20261128T101500.db; its -wal is read too.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write there, to a new file, and not to standard output.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the command's specification");
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            long count = write(spec.commandLine().getOut());
            err.println(count + " records");
            err.flush();
            return count > 0 ? ExitCode.OK : ExitCode.NOT_OK;
        } catch (IOException e) {
            err.println("error: " + e.getMessage());
            err.flush();
            return ExitCode.IO_ERROR;
        }
    }

    private long write(PrintWriter standard) throws IOException {
        if (out == null) {
            long count = OutboxRecovery.write(file, standard);
            standard.flush();
            return count;
        }
        try (BufferedWriter lines =
                Files.newBufferedWriter(out, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            return OutboxRecovery.write(file, lines);
        }
    }
}
