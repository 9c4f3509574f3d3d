package io.verge.agent.run;

import io.verge.agent.cli.Directory;
import io.verge.agent.cli.ExitCode;
import io.verge.agent.launcher.Agent;
import io.verge.agent.launcher.AgentLog;
import io.verge.agent.launcher.Mode;
import io.verge.agent.launcher.Places;
import io.verge.profile.AttributeType;
import io.verge.profile.Catalogue;
import io.verge.profile.Problem;
import io.verge.profile.ProfileCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** One driver alone: does the device speak at all? */
@Command(
        name = "probe",
        description = {
            "Run one driver alone and print what its device says, one observation a line, then its counters.",
            "Any --KEY VALUE is a key of the driver's configuration, such as --port /dev/ttyUSB1 --mount.azimuth 225."
        },
        mixinStandardHelpOptions = true)
public final class ProbeCommand implements Callable<Integer> {
    private final PrintWriter err;

    @Parameters(paramLabel = "DRIVER", description = "Such as radar-ti-mmwave; see `verge probe --help`.")
    private String driver = "";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description = "End after so many seconds (default: when a file ends, or when told to stop).")
    private double seconds;

    @Unmatched
    private List<String> keys = new ArrayList<>();

    public ProbeCommand(PrintWriter err) {
        this.err = err;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> device = new LinkedHashMap<>();
        device.put("driver", driver);
        for (int i = 0; i < keys.size(); i += 2) {
            String key = keys.get(i);
            if (!key.startsWith("--") || key.length() < 3 || i + 1 == keys.size()) {
                err.println("error: expected --KEY VALUE, found: " + String.join(" ", keys.subList(i, keys.size())));
                return ExitCode.USAGE;
            }
            device.put(key.substring(2), path(key, keys.get(i + 1)));
        }
        try (Workspace workspace = Workspace.create("probe")) {
            Catalogue catalogue = Shipped.catalogue();
            placeAtOrigin(device, catalogue);
            String text = "box: {id: probe, latitude: 0.0, longitude: 0.0, elevation: 0.0}\ndevices:\n  probe: "
                    + Yaml.map(device) + "\nprobe: {seconds: " + seconds + "}\n";
            Path profile = workspace.write("profile.yaml", text);
            List<Problem> problems = new ProfileCheck(catalogue).check(profile).problems();
            if (!problems.isEmpty()) {
                problems.forEach(problem -> err.println("error: " + asOption(problem)));
                return ExitCode.CONFIGURATION;
            }
            AgentLog.startConsole(Level.WARNING);
            Places places = new Places(
                    Installation.folder(), profile, workspace.folder().resolve("var"));
            return AgentProcess.run(new Agent(Mode.PROBE, places, Map.of()), err, workspace);
        }
    }

    /** Where a sensor hangs matters on the road, not when one wants to know whether it speaks. */
    private static void placeAtOrigin(Map<String, String> device, Catalogue catalogue) {
        catalogue.factory("io.verge.driver." + device.get("driver")).ifPresent(type -> {
            for (AttributeType attribute : type.attributes()) {
                if (attribute.required() && attribute.key().startsWith("mount.")) {
                    device.putIfAbsent(attribute.key(), "0.0");
                }
            }
        });
    }

    /** As it was written on the command line, not as it stands in the profile that was made of it. */
    private static String asOption(Problem problem) {
        String prefix = "devices.probe.";
        String key = problem.key().startsWith(prefix) ? "--" + problem.key().substring(prefix.length()) : problem.key();
        return (key.equals("--driver") ? "DRIVER" : key) + ": " + problem.message();
    }

    /** Files are named as seen from where the command was given, not from the profile. */
    private static String path(String key, String value) {
        boolean file = key.equals("--file") || key.equals("--profile");
        return file ? Directory.resolve(value).toAbsolutePath().toString() : value;
    }
}
