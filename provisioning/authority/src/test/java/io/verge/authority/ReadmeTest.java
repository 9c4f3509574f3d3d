package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens; {@code …} stands for what differs each time. */
class ReadmeTest {
    private static final String PROMPT = "$ verge-provision ";
    private static final Pattern BLOCK = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);

    /** Words of commands that are names of files. */
    private static final Set<String> FILES = Set.of("city", "answer", "box");

    @TempDir
    Path folder = Path.of("");

    /** A command with what is printed below it. */
    private record Step(String command, List<String> shown) {}

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        BLOCK.matcher(Files.readString(Path.of("README.md")))
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

    private String[] words(String command) {
        return Stream.of(command.split(" "))
                .map(word -> isFile(word) ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
    }

    private static boolean isFile(String word) {
        return FILES.contains(word) || word.contains("/") || word.endsWith(".jar");
    }

    private static Pattern pattern(List<String> shown) {
        return Pattern.compile(shown.stream()
                .map(line -> Stream.of(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
                .collect(Collectors.joining("\\R", "", "\\R?")));
    }

    @Test
    void everyCommandPrintsWhatTheReadmeShows() throws Exception {
        for (String version : List.of("0.1.0", "0.1.1")) {
            Path jar = TestBundle.driver(folder, "io.verge.driver.gnss-nmea", version);
            Files.move(jar, folder.resolve("verge-driver-gnss-nmea-" + version + ".jar"));
        }
        Provision person = new Provision(folder);

        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThan(8);
        for (Step step : steps) {
            String printed = person.done(words(step.command())).replace(folder + "/", "");
            assertThat(printed).as(step.command()).matches(pattern(step.shown()));
        }
    }
}
