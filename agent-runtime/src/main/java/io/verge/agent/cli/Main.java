package io.verge.agent.cli;

import io.verge.agent.map.MapCheckCommand;
import io.verge.agent.map.MapCommand;
import io.verge.agent.map.MapImportCommand;
import io.verge.agent.netlab.NetlabCommand;
import io.verge.agent.remote.BundleCommand;
import io.verge.agent.remote.ConfigCommand;
import io.verge.agent.remote.GenerationsCommand;
import io.verge.agent.remote.LogsCommand;
import io.verge.agent.remote.LookCommands;
import io.verge.agent.remote.OutboxCommand;
import io.verge.agent.remote.SignCommand;
import io.verge.agent.remote.TwinCommand;
import io.verge.agent.remote.WatchCommand;
import io.verge.agent.run.ConfigCheckCommand;
import io.verge.agent.run.ConfigSchemaCommand;
import io.verge.agent.run.DemoCommand;
import io.verge.agent.run.GenerationUseCommand;
import io.verge.agent.run.OutboxRecoverCommand;
import io.verge.agent.run.ProbeCommand;
import io.verge.agent.run.ReplayCommand;
import io.verge.agent.run.RunCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** Entry of the command line: puts the commands together and turns every outcome into an exit code. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(Console.ofProcess(), args));
    }

    /** Runs one command; standard streams are the caller's and stay open. */
    static int run(Console console, String... args) {
        PrintWriter out = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
        CommandLine commands = commands(console)
                .setOut(out)
                .setErr(console.err())
                .setParameterExceptionHandler(Main::usageError)
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e, console.err()));
        int code;
        try {
            code = commands.execute(args);
        } catch (Error e) {
            code = failure(e, console.err());
        }
        return out.checkError() && code == ExitCode.OK ? ExitCode.IO_ERROR : code;
    }

    private static CommandLine commands(Console console) {
        CommandLine message = new CommandLine(new MessageCommand())
                .addSubcommand(new DecodeCommand(console))
                .addSubcommand(new EncodeCommand(console))
                .addSubcommand(new TypesCommand(console))
                .addSubcommand(new HelpCommand());
        CommandLine bundle = new CommandLine(new BundleCommand());
        BundleCommand.all().forEach(bundle::addSubcommand);
        CommandLine sign = new CommandLine(new SignCommand());
        SignCommand.all().forEach(sign::addSubcommand);
        CommandLine twin = new CommandLine(new TwinCommand(Clock.systemUTC()));
        TwinCommand.all(Clock.systemUTC()).forEach(twin::addSubcommand);
        CommandLine config = new CommandLine(new ConfigCommand())
                .addSubcommand(new ConfigCommand.Show())
                .addSubcommand(new ConfigCheckCommand())
                .addSubcommand(new ConfigSchemaCommand())
                .addSubcommand(new ConfigCommand.Apply());
        CommandLine outbox =
                new CommandLine(new OutboxCommand(Clock.systemUTC())).addSubcommand(new OutboxRecoverCommand());
        CommandLine generations = new CommandLine(new GenerationsCommand()).addSubcommand(new GenerationUseCommand());
        CommandLine map = new CommandLine(new MapCommand())
                .addSubcommand(new MapImportCommand())
                .addSubcommand(new MapCheckCommand());
        CommandLine verge = new CommandLine(new VergeCommand())
                .addSubcommand(new RunCommand(console.err(), Clock.systemUTC()))
                .addSubcommand(new DemoCommand(console.err()))
                .addSubcommand(new ReplayCommand(console.err()))
                .addSubcommand(new ProbeCommand(console.err()));
        LookCommands.all(Clock.systemUTC()).forEach(verge::addSubcommand);
        verge.addSubcommand(bundle)
                .addSubcommand(config)
                .addSubcommand(sign)
                .addSubcommand(twin)
                .addSubcommand(map)
                .addSubcommand(outbox)
                .addSubcommand(generations)
                .addSubcommand(new NetlabCommand(System::nanoTime))
                .addSubcommand(new WatchCommand())
                .addSubcommand(new LogsCommand())
                .addSubcommand(message)
                .addSubcommand(new HelpCommand());
        return verge.registerConverter(Path.class, Directory::resolve).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int usageError(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("error: " + UsageText.of(e));
        err.println("Run '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' for usage.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static int failure(Throwable e, PrintWriter err) {
        if (e instanceof OutputException output) {
            if (!output.readerHasGone()) {
                err.println("error: standard output cannot be written: " + e.getMessage());
            }
        } else if (e instanceof IOException) {
            err.println("error: standard input cannot be read: " + e.getMessage());
        } else {
            err.println("error: this is a fault in verge or its installation: " + e);
        }
        err.flush();
        return e instanceof IOException ? ExitCode.IO_ERROR : ExitCode.FAULT;
    }
}
