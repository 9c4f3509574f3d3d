package io.verge.agent.map;

import com.fasterxml.jackson.jr.ob.JSON;
import io.verge.agent.cli.ExitCode;
import io.verge.agent.cli.PrintingCommand;
import io.verge.api.geo.Wgs84;
import io.verge.site.MapFile;
import io.verge.site.MapProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells all that is wrong with a map, and what is odd about it. */
@Command(
        name = "check",
        description = {
            "Check a map: errors, for which an agent refuses it, and warnings, which are most likely slips.",
            "Exit code 0 without errors; with --strict, without warnings too."
        },
        mixinStandardHelpOptions = true)
public final class MapCheckCommand extends PrintingCommand {
    @Parameters(paramLabel = "FILE", description = "The map, GeoJSON.")
    private Path file = Path.of("");

    @Option(
            names = "--box",
            paramLabel = "LAT,LON",
            converter = Place.class,
            description = "Where the box stands, as its own receiver or the profile says, WGS84: finds maps that lie"
                    + " elsewhere or are in GCJ-02.")
    private @Nullable Wgs84 box;

    @Option(names = "--strict", description = "Take warnings for errors.")
    private boolean strict;

    @Option(names = "--json", description = "Print a line of JSON for each.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = out();
        MapFile.Check check = MapFile.check(file, Optional.ofNullable(box));
        print(out, "error", check.problems());
        print(out, "warning", check.warnings());
        if (!json && check.problems().isEmpty() && check.warnings().isEmpty()) {
            out.println(file + ": nothing is wrong");
        }
        out.flush();
        boolean good =
                check.problems().isEmpty() && (!strict || check.warnings().isEmpty());
        return good ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private void print(PrintWriter out, String severity, List<MapProblem> found) throws IOException {
        for (MapProblem problem : found) {
            out.println(json ? object(severity, problem) : line(file, severity, problem));
        }
    }

    /** {@code FILE:LINE: SEVERITY: FEATURE: TEXT}, as compilers say it; without the line when it concerns the whole file. */
    static String line(Path file, String severity, MapProblem problem) {
        String place = problem.line() > 0 ? file + ":" + problem.line() : file.toString();
        String feature = problem.feature().isEmpty() ? "" : problem.feature() + ": ";
        return place + ": " + severity + ": " + feature + problem.text();
    }

    private String object(String severity, MapProblem problem) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", file.toString());
        object.put("line", problem.line());
        object.put("severity", severity);
        object.put("feature", problem.feature());
        object.put("text", problem.text());
        return JSON.std.asString(object);
    }
}
