package io.verge.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of the package on a fresh Debian 12 without a network, from its installation until nothing of it is left. */
@Tag("interop")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DebianIT {
    private static final Path PACKAGES = Path.of(System.getProperty("verge.packages", ""));
    private static final String NAME = "verge_" + System.getProperty("verge.version") + "_amd64.deb";
    private static final String DEB = "/root/" + NAME;
    private static final Path ROOT = PACKAGES.resolve("debian");

    /** From the first word of dpkg to the first SPAT on the air. */
    private static final Duration FIRST_SPAT = Duration.ofSeconds(60);

    private static final Duration RESTART = Duration.ofSeconds(90);

    private static DebianRoot box;
    private static Set<String> before = Set.of();

    @BeforeAll
    static void bootABoxWithAProfile() throws Exception {
        DebianRoot.assumePossible();
        Folders.delete(ROOT);
        DebianRoot.install(ROOT);
        Files.copy(PACKAGES.resolve(NAME), ROOT.resolve("root").resolve(NAME));
        quickWatchdog();
        box = DebianRoot.boot(ROOT);
        before = files();
        Path profile = Files.createDirectories(box.path("/etc/verge"));
        Path demo = PACKAGES.resolve("amd64/device-profiles/demo");
        for (String file : new String[] {"profile.yaml", "crossing.geojson"}) {
            Files.copy(demo.resolve(file), profile.resolve(file));
        }
    }

    /** Half a minute is too long for a test. */
    private static void quickWatchdog() throws IOException {
        Path more = Files.createDirectories(ROOT.resolve("etc/systemd/system/verge.service.d"));
        Files.writeString(more.resolve("quick.conf"), "[Service]\nWatchdogSec=8\n");
    }

    @AfterAll
    static void removeTheBox() throws Exception {
        if (box != null) {
            box.close();
        }
        Folders.delete(ROOT);
    }

    @Test
    @Order(1)
    void theFirstSpatIsOnTheAirWithinAMinuteOfTheInstallationsBegin() throws Exception {
        long begin = System.nanoTime();
        box.must("dpkg", "--install", DEB);
        awaitSpat(FIRST_SPAT);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("first SPAT after " + took.toMillis() + " ms, from the begin of dpkg");
        assertThat(took).isLessThan(FIRST_SPAT);
    }

    @Test
    @Order(2)
    void itHasNoNetworkButLoopback() throws Exception {
        assertThat(Files.readString(box.path("/etc/os-release"))).contains("bookworm");
        assertThat(box.must("ls", "/sys/class/net").strip()).isEqualTo("lo");
    }

    @Test
    @Order(3)
    void systemdIsToldHowTheDataPass() throws Exception {
        assertThat(show("StatusText")).contains(" scenes, ").contains("messages sent ");
        assertThat(show("WatchdogTimestampMonotonic")).isNotEqualTo("0");
    }

    @Test
    @Order(4)
    void itRunsAsItsOwnUserWithTheArchiveOfItsJava() throws Exception {
        assertThat(box.must("stat", "--format=%U", "/proc/" + show("MainPID")).strip())
                .isEqualTo("verge");
        assertThat(box.must("cat", "/proc/" + show("MainPID") + "/maps")).contains("/opt/verge/verge.jsa");
    }

    @Test
    @Order(5)
    void secretsAreForTheServiceAlone() throws Exception {
        assertThat(box.must("stat", "--format=%a %U", "/var/lib/verge/coap.key").strip())
                .isEqualTo("600 verge");
        assertThat(box.must("stat", "--format=%a %U", "/etc/verge", "/var/lib/verge"))
                .isEqualTo("700 verge\n700 verge\n");
    }

    @Test
    @Order(6)
    void aWayThatHangsIsStartedAgainThoughTimersGoOn() throws Exception {
        bundle(box.path("/root/hang.jar"));
        box.must("verge", "bundle", "install", "/root/hang.jar");
        box.await(RESTART, "sh", "-c", "test $(systemctl show --value -p NRestarts verge) -ge 1");
        assertThat(box.must("journalctl", "--unit=verge", "--no-pager"))
                .contains("no scene comes any more: the watchdog is not fed")
                .contains("Watchdog timeout")
                .contains("Full thread dump");
        awaitSpat(FIRST_SPAT);
        box.must("verge", "bundle", "uninstall", "io.verge.app.hang-once");
    }

    @Test
    @Order(7)
    void anotherInstallationChangesNothing() throws Exception {
        Set<String> installed = files();
        String profile = Files.readString(box.path("/etc/verge/profile.yaml"));
        box.must("dpkg", "--install", DEB);
        awaitSpat(FIRST_SPAT);
        assertThat(differenceTo(installed)).isEmpty();
        assertThat(box.path("/etc/verge/profile.yaml")).hasContent(profile);
        assertThat(box.must("dpkg", "--verify", "verge")).isEmpty();
    }

    @Test
    @Order(8)
    void aServiceThatSomebodyHasDisabledStaysDisabled() throws Exception {
        box.must("systemctl", "disable", "verge");
        box.must("dpkg", "--install", DEB);
        assertThat(box.in("systemctl", "is-enabled", "verge").text().strip()).isEqualTo("disabled");
        box.must("systemctl", "enable", "verge");
    }

    @Test
    @Order(9)
    void removalLeavesOnlyWhatPurgeRemoves() throws Exception {
        box.must("dpkg", "--remove", "verge");
        assertThat(box.in("systemctl", "is-active", "verge").code()).isNotZero();
        assertThat(left())
                .isNotEmpty()
                .allMatch(file -> file.matches("/etc/verge(/.*)?|/var/lib/verge(/.*)?|/etc/default/verge"
                        + "|/etc/systemd/system/multi-user.target.wants/verge.service"
                        + "|/var/lib/systemd/deb-systemd-helper-enabled/.*verge.service.*"
                        + "|/var/lib/dpkg/info/verge\\.(list|postrm)"));
    }

    @Test
    @Order(10)
    void purgeLeavesNothing() throws Exception {
        box.must("dpkg", "--purge", "verge");
        assertThat(left()).isEmpty();
        assertThat(box.in("getent", "passwd", "verge").code()).isNotZero();
        assertThat(box.in("getent", "group", "verge").code()).isNotZero();
    }

    private static void awaitSpat(Duration limit) throws Exception {
        box.await(limit, "sh", "-c", "verge watch messages --seconds 1 | grep --quiet '\"SPAT\"'");
    }

    private static String show(String property) throws Exception {
        return box.must("systemctl", "show", "--value", "--property=" + property, "verge")
                .strip();
    }

    /** What came with a plus, what went with a minus. */
    private static Set<String> differenceTo(Set<String> earlier) throws Exception {
        Set<String> now = files();
        Set<String> difference = new TreeSet<>();
        now.stream().filter(file -> !earlier.contains(file)).forEach(file -> difference.add("+" + file));
        earlier.stream().filter(file -> !now.contains(file)).forEach(file -> difference.add("-" + file));
        return difference;
    }

    /** What is there now and was not before the installation. */
    private static Set<String> left() throws Exception {
        Set<String> left = files();
        left.removeAll(before);
        return left;
    }

    /** All files but those of a running system itself. */
    private static Set<String> files() throws Exception {
        String[] lines =
                box.must("find", "/", "-xdev", "-not", "-path", "/root/*").split("\n");
        Set<String> files = new TreeSet<>(Arrays.asList(lines));
        files.removeIf(file -> file.matches("/(proc|sys|dev|run|tmp)(/.*)?|/var/(log|tmp|cache)/.*"
                + "|/var/lib/systemd/(timers|random-seed|catalog|linger|coredump).*"
                + "|/var/lib/verge/((log|tmp|framework|outbox)/.*|framework\\.plan)"
                + "|/etc/(passwd|group|shadow|gshadow|subuid|subgid)-|/etc/\\.pwd\\.lock"
                + "|/var/lib/dpkg/(status|available|diversions|statoverride)-old"));
        return files;
    }

    /** A bundle that has nothing but {@link HangOnce}. */
    private static void bundle(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "io.verge.app.hang-once");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", HangOnce.class.getName());
        main.putValue("Import-Package", "org.osgi.framework,io.verge.api.scene");
        String name = HangOnce.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream type = HangOnce.class.getResourceAsStream("HangOnce.class")) {
            out.putNextEntry(new ZipEntry(name));
            type.transferTo(out);
            out.closeEntry();
        }
    }
}
