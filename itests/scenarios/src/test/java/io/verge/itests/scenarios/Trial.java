package io.verge.itests.scenarios;

import io.verge.api.app.App;
import io.verge.api.site.Site;
import io.verge.driver.simulator.internal.world.Incident;
import io.verge.driver.simulator.internal.world.Incidents;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Many hours, an hour at a time, each with its own seed. */
final class Trial {
    /** Simulated hours of each trial; a day for the figures in the documentation. */
    static final double HOURS = Double.parseDouble(System.getProperty("verge.scenarios.hours", "0.2"));

    private static final double LONGEST = 1;

    /** How an hour is shown to the apps. */
    interface Play {
        Scenario hour(long seed, Incidents incidents, double hours, Function<Site, List<App>> apps);
    }

    private final String title;
    private final double hours;
    private final Map<Incident, Score> scores = new EnumMap<>(Incident.class);
    private final List<Alarm> begun = new ArrayList<>();
    private String counts = "";

    Trial(String title, Play play, long seed, Incidents incidents, double hours, Function<Site, List<App>> apps) {
        this.title = title;
        this.hours = hours;
        double rest = hours;
        for (long number = seed; rest > 1e-9; number++) {
            Scenario scenario = play.hour(number, incidents, Math.min(LONGEST, rest), apps);
            add(scenario);
            rest -= LONGEST;
        }
    }

    private void add(Scenario scenario) {
        for (Incident incident : Incident.values()) {
            scores.merge(incident, scenario.score(incident), Score::and);
        }
        begun.addAll(scenario.begun());
        counts = scenario.counts();
    }

    Score score(Incident incident) {
        return Objects.requireNonNull(scores.get(incident));
    }

    /** Events of the kind that tells of an incident, each once. */
    List<Alarm> alarms(Incident incident) {
        return begun.stream()
                .filter(alarm -> alarm.event().kind() == Judge.kind(incident))
                .toList();
    }

    /** Everything in figures. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%n%s, %.2f simulated hours%n%s%n", title, hours, Score.header()));
        scores.values().stream().filter(score -> score.count() > 0).forEach(score -> text.append(score)
                .append(System.lineSeparator()));
        Stream.of(Incident.values())
                .filter(kind -> !alarms(kind).isEmpty())
                .forEach(kind -> text.append(String.format(
                        Locale.ROOT,
                        "%s: %d events, %.2f an hour%n",
                        Judge.kind(kind),
                        alarms(kind).size(),
                        alarms(kind).size() / hours)));
        return text.append(counts).toString();
    }
}
