package io.verge.agent.run;

import io.verge.agent.cli.ExitCode;
import io.verge.agent.cli.PrintingCommand;
import io.verge.api.audit.Act;
import io.verge.api.disk.LocalDisk;
import io.verge.audit.LeftNotes;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Points at a generation on the disk, for a box whose agent does not start or is in safe mode. */
@Command(
        name = "use",
        description = {
            "Let the next start of the agent use this generation, with all its attempts before it.",
            "Works on the files of this box, whether an agent runs or not; an update that is going on may point"
                    + " elsewhere again."
        },
        mixinStandardHelpOptions = true)
public final class GenerationUseCommand extends PrintingCommand {
    private final Clock clock;

    @Parameters(paramLabel = "NUMBER", description = "As `verge generations` shows it; 0 is what was shipped.")
    private int number;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            defaultValue = "${env:VERGE_HOME}",
            description = "The folder of the agent's files, as for `verge run`.")
    private @Nullable Path home;

    public GenerationUseCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            Generation generation = use();
            note(generation, err());
            out().println("the next start uses " + generation.title());
            return ExitCode.OK;
        } catch (NoSuchFileException e) {
            err().println("error: there is no generation " + number + ": see `verge generations`");
            return ExitCode.USAGE;
        } catch (IOException e) {
            err().println("error: generation " + number + " cannot be used: " + e.getMessage());
            return ExitCode.IO_ERROR;
        }
    }

    /** Who works on the files of a box is noted too, but a disk that takes no note must not keep the box down. */
    private void note(Generation generation, PrintWriter err) {
        String who = System.getProperty("user.name", "");
        Act act = new Act("launcher", who, "", "generation.use", generation.title(), "done", "");
        try {
            LeftNotes.leave(new LocalDisk(), state().resolve("audit"), clock.instant(), act);
        } catch (IOException e) {
            err.println("warning: this is not noted in the trail: " + e.getMessage());
        }
    }

    private Path state() {
        return home == null ? RunCommand.STATE : home.resolve("var");
    }

    private Generation use() throws IOException {
        Generations generations = new Generations(new LocalDisk(), state());
        Generation generation = generations.read(number);
        generations.point(generation);
        return generation;
    }
}
