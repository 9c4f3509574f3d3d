package io.verge.agent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code verge}, which only leads to others. */
@Command(
        name = "verge",
        description = "Tools of the Verge roadside agent.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VergeCommand.Version.class)
final class VergeCommand {
    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        private static final String WRITTEN_BY_MAVEN = "/META-INF/maven/io.verge/verge-agent-runtime/pom.properties";

        @Override
        public String[] getVersion() throws IOException {
            Properties built = new Properties();
            try (InputStream in = VergeCommand.class.getResourceAsStream(WRITTEN_BY_MAVEN)) {
                if (in != null) {
                    built.load(in);
                }
            }
            return new String[] {"verge " + built.getProperty("version", "(not packaged)")};
        }
    }
}
