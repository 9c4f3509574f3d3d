package io.verge.agent.cli;

import io.verge.agent.map.MapCheckCommand;
import io.verge.agent.map.MapCommand;
import io.verge.agent.map.MapImportCommand;
import io.verge.agent.netlab.NetlabCommand;
import io.verge.agent.remote.AuditCommand;
import io.verge.agent.remote.BundleCommand;
import io.verge.agent.remote.ConfigCommand;
import io.verge.agent.remote.GenerationsCommand;
import io.verge.agent.remote.LogsCommand;
import io.verge.agent.remote.LookCommands;
import io.verge.agent.remote.OutboxCommand;
import io.verge.agent.remote.SignCommand;
import io.verge.agent.remote.TwinCommand;
import io.verge.agent.remote.UpdateCommand;
import io.verge.agent.remote.WatchCommand;
import io.verge.agent.run.ConfigCheckCommand;
import io.verge.agent.run.ConfigSchemaCommand;
import io.verge.agent.run.DemoCommand;
import io.verge.agent.run.GenerationUseCommand;
import io.verge.agent.run.OutboxRecoverCommand;
import io.verge.agent.run.ProbeCommand;
import io.verge.agent.run.ReplayCommand;
import io.verge.agent.run.RunCommand;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * Puts the commands together. Only the one that was asked for is made when it is known: a model of all of them would stay in the memory of
 * an agent for as long as it runs, and costs each command time.
 */
final class Commands {
    private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

    private Commands(Console console, Clock clock) {
        byName.put("run", () -> new RunCommand(console.err(), clock));
        byName.put("demo", () -> new DemoCommand(console.err()));
        byName.put("replay", () -> new ReplayCommand(console.err()));
        byName.put("probe", () -> new ProbeCommand(console.err()));
        byName.putAll(LookCommands.all(clock));
        byName.put("bundle", () -> group(new BundleCommand(), BundleCommand.all()));
        byName.put("config", Commands::config);
        byName.put("sign", () -> group(new SignCommand(), SignCommand.all()));
        byName.put("twin", () -> group(new TwinCommand(clock), TwinCommand.all(clock)));
        byName.put("map", () -> group(new MapCommand(), List.of(new MapImportCommand(), new MapCheckCommand())));
        byName.put("outbox", () -> group(new OutboxCommand(clock), List.of(new OutboxRecoverCommand())));
        byName.put("generations", () -> group(new GenerationsCommand(), List.of(new GenerationUseCommand(clock))));
        byName.put("update", () -> group(new UpdateCommand(clock), UpdateCommand.all(clock)));
        byName.put("audit", () -> new AuditCommand(clock));
        byName.put("netlab", () -> new NetlabCommand(System::nanoTime));
        byName.put("watch", WatchCommand::new);
        byName.put("logs", LogsCommand::new);
        byName.put("message", () -> message(console));
        byName.put("help", HelpCommand::new);
    }

    /** The command line that understands these arguments, or says what is wrong with them. */
    static CommandLine of(Console console, String... args) {
        Map<String, Supplier<Object>> all = new Commands(console, Clock.systemUTC()).byName;
        CommandLine verge = new CommandLine(new VergeCommand());
        String first = args.length == 0 ? "" : args[0];
        if (all.containsKey(first) && !first.equals("help")) {
            verge.addSubcommand(all.get(first).get());
        } else {
            all.values().forEach(make -> verge.addSubcommand(make.get()));
        }
        return verge.registerConverter(Path.class, Directory::resolve).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static CommandLine config() {
        return group(
                new ConfigCommand(),
                List.of(
                        new ConfigCommand.Show(),
                        new ConfigCheckCommand(),
                        new ConfigSchemaCommand(),
                        new ConfigCommand.Apply()));
    }

    private static CommandLine message(Console console) {
        return group(
                new MessageCommand(),
                List.of(
                        new DecodeCommand(console),
                        new EncodeCommand(console),
                        new TypesCommand(console),
                        new HelpCommand()));
    }

    private static CommandLine group(Object command, List<Object> below) {
        CommandLine group = new CommandLine(command);
        below.forEach(group::addSubcommand);
        return group;
    }
}
