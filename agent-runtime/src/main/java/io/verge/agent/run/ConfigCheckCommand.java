package io.verge.agent.run;

import io.verge.agent.cli.ExitCode;
import io.verge.agent.cli.PrintingCommand;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.profile.Pid;
import io.verge.profile.ProfileCheck;
import io.verge.site.MapFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a profile against the shipped bundles; needs no running agent. */
@Command(
        name = "check",
        description = "Check a profile without a running agent, against the bundles that are shipped.",
        mixinStandardHelpOptions = true)
public final class ConfigCheckCommand extends PrintingCommand {
    @Parameters(paramLabel = "FILE", description = "The profile.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = out();
        ProfileCheck.Result result =
                new ProfileCheck(Shipped.catalogue()).tolerant().check(file);
        List<String> wrong = wrongWith(file, result);
        wrong.forEach(out::println);
        Stream.concat(result.unpinned().stream(), result.migrated().stream())
                .forEach(note -> out.println("note: " + note.in(file.toString())));
        if (wrong.isEmpty()) {
            out.println(file + ": nothing is wrong");
        }
        out.flush();
        return wrong.isEmpty() ? ExitCode.OK : ExitCode.CONFIGURATION;
    }

    /** The profile first; the map that it names when the profile says rightly where it is. */
    private static List<String> wrongWith(Path file, ProfileCheck.Result result) throws IOException {
        List<String> wrong = new ArrayList<>();
        result.problems().forEach(problem -> wrong.add(problem.in(file.toString())));
        Map<String, Object> site = result.profile().configurations().get(Pid.single("io.verge.site"));
        if (wrong.isEmpty() && site != null && site.get("map") instanceof String map && !map.isEmpty()) {
            Wgs84 origin = new Wgs84(number(site, "latitude"), number(site, "longitude"), number(site, "elevation"));
            MapFile.read(Path.of(map), new SiteFrame(origin))
                    .problems()
                    .forEach(problem -> wrong.add(map + ": " + problem));
        }
        return wrong;
    }

    private static double number(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof Number number ? number.doubleValue() : 0;
    }
}
