package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes single bundles of the running agent. */
@Command(
        name = "bundle",
        description = "Install, update, uninstall, start or stop one bundle while all others run.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class BundleCommand {
    /** The commands below it. */
    public static List<Object> all() {
        return List.of(new Install(), new Update(), new Promote(), new Uninstall(), new Start(), new Stop());
    }

    /** Sends a jar; whether one of this name is there does not matter to the agent. */
    abstract static class Send extends RemoteCommand {
        @Parameters(paramLabel = "JAR", description = "The bundle.")
        private Path jar = Path.of("");

        /** Where it is sent to. */
        String path() {
            return "bundles";
        }

        @Override
        int run(AgentClient client) throws RemoteException {
            return print(client.change(Code.POST, path(), read(jar), MediaTypeRegistry.APPLICATION_OCTET_STREAM), this);
        }
    }

    @Command(name = "install", description = "Install a bundle and start it.", mixinStandardHelpOptions = true)
    static final class Install extends Send {
        @Option(
                names = "--beside",
                description = "Leave the version that all devices have: it is for devices of `driver: NAME@VERSION`.")
        private boolean beside;

        @Override
        String path() {
            return beside ? "bundles?beside=yes" : "bundles";
        }
    }

    @Command(name = "update", description = "Replace a bundle by a newer version.", mixinStandardHelpOptions = true)
    static final class Update extends Send {}

    /** Names an installed bundle. */
    abstract static class Name extends RemoteCommand {
        @Parameters(paramLabel = "NAME", description = "As `verge bundles` shows it; NAME@VERSION when there are two.")
        String name = "";
    }

    @Command(
            name = "promote",
            description = "Have all devices use the version that is installed beside another, which goes.",
            mixinStandardHelpOptions = true)
    static final class Promote extends Name {
        @Override
        int run(AgentClient client) throws RemoteException {
            return print(client.change(Code.POST, "bundles/" + name + "?do=promote", null, 0), this);
        }
    }

    @Command(name = "uninstall", description = "Remove a bundle.", mixinStandardHelpOptions = true)
    static final class Uninstall extends Name {
        @Override
        int run(AgentClient client) throws RemoteException {
            client.change(Code.DELETE, "bundles/" + name, null, MediaTypeRegistry.UNDEFINED);
            out().println(name + " is uninstalled");
            return ExitCode.OK;
        }
    }

    @Command(name = "start", description = "Start a bundle that was stopped.", mixinStandardHelpOptions = true)
    static final class Start extends Name {
        @Override
        int run(AgentClient client) throws RemoteException {
            return print(client.change(Code.POST, "bundles/" + name + "?do=start", null, 0), this);
        }
    }

    @Command(name = "stop", description = "Stop a bundle; it stays stopped.", mixinStandardHelpOptions = true)
    static final class Stop extends Name {
        @Override
        int run(AgentClient client) throws RemoteException {
            return print(client.change(Code.POST, "bundles/" + name + "?do=stop", null, 0), this);
        }
    }

    private static int print(byte[] answer, RemoteCommand command) throws RemoteException {
        if (command.json) {
            command.printRaw(answer);
        } else {
            Map<String, Object> bundle = Text.map(Text.parse(answer));
            command.out()
                    .println(Text.of(bundle, "name") + " " + Text.of(bundle, "version") + " is "
                            + Text.of(bundle, "state"));
        }
        return ExitCode.OK;
    }
}
