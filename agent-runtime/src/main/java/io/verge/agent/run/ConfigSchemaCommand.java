package io.verge.agent.run;

import io.verge.agent.cli.ExitCode;
import io.verge.profile.SchemaMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes what a profile may hold for editors: keys, units, ranges, defaults. */
@Command(
        name = "schema",
        description = "Write the JSON Schema of profiles, for editors that complete and check.",
        mixinStandardHelpOptions = true)
public final class ConfigSchemaCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OUT.json", description = "The file to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(out.toString()));
        Shipped.jars().forEach(jar -> arguments.add(jar.toString()));
        SchemaMain.main(arguments.toArray(new String[0]));
        return ExitCode.OK;
    }
}
