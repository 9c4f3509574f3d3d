package io.verge.authority.cli;

import io.verge.authority.refusal.RefusedException;
import io.verge.trust.TrustException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command {@code verge-provision}: puts the commands together and turns every outcome into words and an exit code. */
@Command(
        name = "verge-provision",
        description = "Identities and keys of boxes; releases, signed and published. The tool of vendor and operator.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class)
public final class Commands {
    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        private static final String WRITTEN_BY_MAVEN = "/META-INF/maven/io.verge/verge-authority/pom.properties";

        @Override
        public String[] getVersion() throws IOException {
            Properties built = new Properties();
            try (InputStream in = Commands.class.getResourceAsStream(WRITTEN_BY_MAVEN)) {
                if (in != null) {
                    built.load(in);
                }
            }
            return new String[] {"verge-provision " + built.getProperty("version", "(not packaged)")};
        }
    }

    private Commands() {}

    /** Runs one command; the streams are the caller's and stay open. */
    public static int run(Tool tool, PrintWriter out, PrintWriter err, String... args) {
        CommandLine commands = new CommandLine(new Commands());
        all(tool).forEach(commands::addSubcommand);
        commands.addSubcommand("rollout", new RolloutCommand(tool).commands());
        commands.addSubcommand("serve", new ServeCommand(tool));
        commands.addSubcommand(new HelpCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> usageError(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e, err));
        int code = commands.execute(args);
        return out.checkError() && code == ExitCode.OK ? ExitCode.IO_ERROR : code;
    }

    private static List<Object> all(Tool tool) {
        return List.of(
                new InitAuthorityCommand(tool),
                new EnrollCommand(tool),
                new RequestCommand(tool),
                new InstallCommand(tool),
                new RenewCommand(tool),
                new TokenCommand(tool),
                new ImageCommand(tool),
                new NextRootCommand(tool),
                new SignCommand(tool),
                new CosignCommand(tool),
                new SubmitCommand(tool),
                new PublishCommand(tool),
                new RenewTimestampCommand(tool),
                new ChannelCommand(tool),
                new DowngradeCommand(tool),
                new MakeKeyCommand(tool),
                new DelegateCommand(tool),
                new ListCommand(tool),
                new CheckCommand(tool));
    }

    private static int usageError(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("error: " + e.getMessage());
        err.println("Run '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' for usage.");
        err.flush();
        return ExitCode.USAGE;
    }

    private static int failure(Exception e, PrintWriter err) {
        String message = e instanceof NoSuchFileException
                        && !String.valueOf(e.getMessage()).contains(" ")
                ? "there is no file " + e.getMessage()
                : String.valueOf(e.getMessage());
        int code = code(e);
        err.println("error: " + (code == ExitCode.FAULT ? "this is a fault in verge-provision: " + e : message));
        err.flush();
        return code;
    }

    private static int code(Exception e) {
        if (e instanceof RefusedException || e instanceof TrustException) {
            return ExitCode.NOT_OK;
        }
        return e instanceof IOException ? ExitCode.IO_ERROR : ExitCode.FAULT;
    }
}
