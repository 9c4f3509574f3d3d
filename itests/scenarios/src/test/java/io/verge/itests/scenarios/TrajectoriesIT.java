package io.verge.itests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.app.App;
import io.verge.api.scene.RoadEvent;
import io.verge.api.site.Site;
import io.verge.site.MapImportException;
import io.verge.site.SumoImport;
import io.verge.testkit.DataFolder;
import io.verge.traffic.RoadNet;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Twelve minutes of mixed traffic that SUMO simulated, with people and drivers who do what they should not. SUMO says who touched
 * whom; most of it is people who walk into cars that stand.
 */
class TrajectoriesIT {
    private static final Pattern COLLISION = Pattern.compile(
            "time=\"([\\d.]+)\".*collider=\"([^\"]+)\" victim=\"([^\"]+)\".*colliderSpeed=\"([\\d.]+)\" victimSpeed=\"([\\d.]+)\"");
    /** An event this long before is not about that. */
    private static final Duration BEFORE = Duration.ofSeconds(8);
    /** Whoever is slower stands, m/s. */
    private static final double STANDING = 1;

    /** Before, nobody's trajectory is there for long enough. */
    private static final double FIRST = 122;
    /** Reached are five of eight; the others are people who walk into a vehicle's side. */
    private static final double MOST = 0.6;

    private static final double CENTRE = 220;

    /** Two who touched, and when first. */
    private record Contact(Instant time, String collider, String victim, double speed) {
        boolean of(Contact other) {
            return (collider.equals(other.victim) && victim.equals(other.collider))
                    || (collider.equals(other.collider) && victim.equals(other.victim));
        }
    }

    private record Said(Instant time, RoadEvent event) {}

    @Test
    void mostOfThoseWhoAreHitByOneWhoDrivesAreWarnedOf() throws IOException, MapImportException {
        List<Contact> contacts = contacts();
        List<Said> said = new ArrayList<>();
        Trajectories trajectories = play(said);
        StringBuilder table = new StringBuilder(String.format("%nx4: contacts of SUMO and warnings%n"));
        int moving = 0;
        int warned = 0;
        for (Contact contact : contacts) {
            Optional<Said> first = first(contact, trajectories, said);
            boolean counts = contact.speed() > STANDING;
            moving += counts ? 1 : 0;
            warned += counts && first.isPresent() ? 1 : 0;
            table.append(row(contact, first));
        }
        table.append(String.format(
                "warned of %d of %d with a vehicle that moved, %d of all %d; %d events in 10 min%n",
                warned,
                moving,
                contacts.stream()
                        .filter(contact -> first(contact, trajectories, said).isPresent())
                        .count(),
                contacts.size(),
                said.stream().map(each -> each.event().id()).distinct().count()));
        System.out.println(table);
        assertThat(warned / (double) moving).as(table.toString()).isGreaterThanOrEqualTo(MOST);
    }

    private static String row(Contact contact, Optional<Said> first) {
        String lead = first.map(said -> String.format(
                        Locale.ROOT,
                        "%s %.1f s before",
                        said.event().kind(),
                        Duration.between(said.time(), contact.time()).toMillis() / 1000.0))
                .orElse("-");
        return String.format(
                Locale.ROOT,
                "  %6.1f s %-14s (%4.1f m/s) × %-14s %s%n",
                Duration.between(Trajectories.START, contact.time()).toMillis() / 1000.0,
                contact.collider(),
                contact.speed(),
                contact.victim(),
                lead);
    }

    private static Optional<Said> first(Contact contact, Trajectories trajectories, List<Said> said) {
        List<Integer> both = List.of(trajectories.id(contact.collider()), trajectories.id(contact.victim()));
        return said.stream()
                .filter(each -> each.event().roadUsers().containsAll(both))
                .filter(each -> each.time().isAfter(contact.time().minus(BEFORE))
                        && !each.time().isAfter(contact.time()))
                .findFirst();
    }

    private static Trajectories play(List<Said> said) throws IOException, MapImportException {
        byte[] net = Files.readAllBytes(DataFolder.file("trajectories/x4.net.xml"));
        SumoImport.Result result =
                SumoImport.read(net, SumoImport.Options.defaults().at(Apps.ORIGIN));
        Site site = Apps.site(result.imported().map());
        Trajectories trajectories = new Trajectories(
                DataFolder.file("trajectories/x4_mixed_fcd_10hz.csv.gz"),
                new Lanes(RoadNet.of(result.imported().map())),
                new ProgramSignals(DataFolder.file("trajectories/x4_mixed_tls_changes.csv"), result.groups()),
                CENTRE,
                CENTRE);
        List<App> apps = Apps.warners(site);
        trajectories.play(scene -> apps.forEach(app -> app.onScene(scene, announcement -> {
            if (announcement instanceof EventAnnouncement event) {
                said.add(new Said(scene.time(), event.event()));
            }
        })));
        return trajectories;
    }

    /** The first contact of each pair that is in the trajectories. */
    private static List<Contact> contacts() throws IOException {
        List<Contact> contacts = new ArrayList<>();
        for (String line : Files.readAllLines(DataFolder.file("trajectories/x4_collisions.xml"))) {
            Matcher found = COLLISION.matcher(line);
            if (found.find() && Double.parseDouble(found.group(1)) > FIRST) {
                Contact contact = new Contact(
                        Trajectories.START.plusMillis(Math.round(1000 * Double.parseDouble(found.group(1)))),
                        Objects.requireNonNull(found.group(2)),
                        Objects.requireNonNull(found.group(3)),
                        Double.parseDouble(found.group(4)));
                if (contacts.stream().noneMatch(contact::of)) {
                    contacts.add(contact);
                }
            }
        }
        return contacts;
    }
}
