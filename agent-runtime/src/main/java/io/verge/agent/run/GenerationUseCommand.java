package io.verge.agent.run;

import io.verge.agent.cli.ExitCode;
import io.verge.api.disk.LocalDisk;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Points at a generation on the disk, for a box whose agent does not start or is in safe mode. */
@Command(
        name = "use",
        description = {
            "Let the next start of the agent use this generation, with all its attempts before it.",
            "Works on the files of this box, whether an agent runs or not; an update that is going on may point"
                    + " elsewhere again."
        },
        mixinStandardHelpOptions = true)
public final class GenerationUseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NUMBER", description = "As `verge generations` shows it; 0 is what was shipped.")
    private int number;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            defaultValue = "${env:VERGE_HOME}",
            description = "The folder of the agent's files, as for `verge run`.")
    private @Nullable Path home;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the command's specification");
        }
        PrintWriter err = spec.commandLine().getErr();
        try {
            Generation generation = use();
            spec.commandLine().getOut().println("the next start uses " + generation.title());
            return ExitCode.OK;
        } catch (NoSuchFileException e) {
            err.println("error: there is no generation " + number + ": see `verge generations`");
            return ExitCode.USAGE;
        } catch (IOException e) {
            err.println("error: generation " + number + " cannot be used: " + e.getMessage());
            return ExitCode.IO_ERROR;
        }
    }

    private Generation use() throws IOException {
        Path state = home == null ? RunCommand.STATE : home.resolve("var");
        Generations generations = new Generations(new LocalDisk(), state);
        Generation generation = generations.read(number);
        generations.point(generation);
        return generation;
    }
}
