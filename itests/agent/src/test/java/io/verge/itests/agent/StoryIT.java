package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story of releases in the README, command by command, with what each prints. Figures and times are others each time; {@code …} stands
 * for what else is, alone in a line for any lines.
 */
class StoryIT {
    private static final Path README = Path.of("../../README.md");
    private static final Pattern SECTION = Pattern.compile("\n## Releases\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final String PROMPT = "$ ";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder = Path.of("");

    /** A command with what is shown below it. */
    private record Step(String command, List<String> shown) {}

    @Test
    void everyCommandDoesWhatTheReadmeShows() throws Exception {
        script("verge", '"' + System.getProperty("verge.distribution") + "/verge\"");
        script(
                "verge-provision",
                "java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' io.verge.authority.Main");
        Path jar = BundleJars.shipped("drivers", "verge-driver-camera-must");
        Files.copy(jar, folder.resolve("camera-must.jar"));

        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThan(8);
        List<Verge> background = new ArrayList<>();
        try {
            for (Step step : steps) {
                run(step, background);
            }
        } finally {
            background.forEach(Verge::close);
        }
    }

    private void run(Step step, List<Verge> background) throws Exception {
        if (step.command().endsWith(" &")) {
            String command = step.command().substring(0, step.command().length() - 2);
            Verge started = shell("exec " + command);
            background.add(started);
            started.await(line -> line.contains(" devices "), LIMIT);
            return;
        }
        try (Verge command = shell(step.command())) {
            int code = command.exitCode(LIMIT);
            String printed = String.join("\n", command.lines()) + "\n";
            assertThat(printed)
                    .as("%s (exit code %d)", step.command(), code)
                    .matches(text -> pattern(step.shown()).matcher(text).matches(), shown(step));
        }
    }

    private static String shown(Step step) {
        return "as shown:\n" + String.join("\n", step.shown());
    }

    private static List<Step> steps() throws Exception {
        Matcher section = SECTION.matcher(Files.readString(README));
        assertThat(section.find()).as("a section Releases in the README").isTrue();
        List<Step> steps = new ArrayList<>();
        BLOCK.matcher(section.group(1))
                .results()
                .flatMap(block -> block.group(1).lines())
                .forEach(line -> {
                    if (line.startsWith(PROMPT)) {
                        steps.add(new Step(line.substring(PROMPT.length()), new ArrayList<>()));
                    } else {
                        steps.get(steps.size() - 1).shown().add(line);
                    }
                });
        return steps;
    }

    /** Lines as shown, with any figures in the place of theirs. */
    private static Pattern pattern(List<String> shown) {
        StringBuilder pattern = new StringBuilder();
        for (String line : shown) {
            pattern.append(line.equals("…") ? "(.*\\R)*?" : figures(line) + "\\s*\\R");
        }
        return Pattern.compile(pattern.append("\\s*").toString());
    }

    private static String figures(String line) {
        StringBuilder pattern = new StringBuilder();
        Matcher parts = Pattern.compile("\\d+|…|\\s+|[^\\d…\\s]+").matcher(line);
        while (parts.find()) {
            String part = parts.group();
            if (Character.isDigit(part.charAt(0))) {
                pattern.append("\\d+");
            } else if (part.equals("…")) {
                pattern.append(".*");
            } else if (part.isBlank()) {
                pattern.append("\\s+");
            } else {
                pattern.append(Pattern.quote(part));
            }
        }
        return pattern.toString();
    }

    private Verge shell(String command) throws Exception {
        String in = "cd '" + folder + "' && export PATH='" + folder + "/bin':\"$PATH\" && " + command;
        return Verge.start(Map.of(), List.of("bash", "-c", in));
    }

    private void script(String name, String command) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path script = Files.writeString(
                bin.resolve(name), "#!/usr/bin/env bash\nexec " + command + " \"$@\"\n", StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
