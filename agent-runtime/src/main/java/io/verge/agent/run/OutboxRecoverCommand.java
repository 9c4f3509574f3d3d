package io.verge.agent.run;

import io.verge.agent.cli.ExitCode;
import io.verge.agent.cli.PrintingCommand;
import io.verge.outbox.OutboxRecovery;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gets records out of a file of the outbox that was set aside. Needs no running agent. */
@Command(
        name = "recover",
        description = {
            "Write what can be read of a file that the outbox has set aside as NDJSON, a record a line.",
            "The file is only read. Records that had been sent may be among them: store, lane, stream and sequence"
                    + " tell."
        },
        mixinStandardHelpOptions = true)
public final class OutboxRecoverCommand extends PrintingCommand {
    @Parameters(
            paramLabel = "FILE",
            description = "The file, such as damaged-20261128T101500.db; its -wal is read too.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write there, to a new file, and not to standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PrintWriter err = err();
        try {
            long count = write(out());
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
