package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import picocli.CommandLine.Command;
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
        return List.of(new Install(), new Update(), new Uninstall(), new Start(), new Stop());
    }

    /** Sends a jar; whether one of this name is there does not matter to the agent. */
    abstract static class Send extends RemoteCommand {
        @Parameters(paramLabel = "JAR", description = "The bundle.")
        private Path jar = Path.of("");

        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] octets;
            try {
                octets = Files.readAllBytes(jar);
            } catch (IOException e) {
                throw new RemoteException(jar + " cannot be read: " + e.getMessage());
            }
            return print(client.change(Code.POST, "bundles", octets, MediaTypeRegistry.APPLICATION_OCTET_STREAM), this);
        }
    }

    @Command(name = "install", description = "Install a bundle and start it.", mixinStandardHelpOptions = true)
    static final class Install extends Send {}

    @Command(name = "update", description = "Replace a bundle by a newer version.", mixinStandardHelpOptions = true)
    static final class Update extends Send {}

    /** Names an installed bundle. */
    abstract static class Name extends RemoteCommand {
        @Parameters(paramLabel = "NAME", description = "As `verge bundles` shows it.")
        String name = "";
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
