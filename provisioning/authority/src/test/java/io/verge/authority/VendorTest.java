package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.trust.BundleTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others sign too: a vendor its own bundles, several people one release. */
class VendorTest {
    private static final String RADAR = "com.acme.radar";

    @TempDir
    Path folder = Path.of("");

    private Provision city = new Provision(folder);

    @BeforeEach
    void found() {
        city = new Provision(folder).founded();
    }

    private String driver(String name, String version) throws IOException {
        return TestBundle.driver(folder, name, version).toString();
    }

    private void letIn() {
        String key = city.done("make-key", "acme-1", "--out", "@acme");
        String delegated = city.done(
                "delegate",
                "acme",
                "--keys",
                "@acme/acme-1.pub",
                "--paths",
                "bundles/com.acme.*",
                "--authority",
                "@authority");
        assertThat(key + delegated).contains("acme-1.pub: give it to the authority");
    }

    private String signAsVendor(String jar) {
        return city.done(
                "sign", "--role", "acme", "--key", "@acme/acme-1.p12", "--bundles", jar, "--authority", "@authority");
    }

    private TestBox box() throws IOException {
        return new TestBox(
                city.file("authority/root.json"), city.file("authority/repository"), city.file("store"), true);
    }

    @Test
    void aVendorsBundleIsPartOfAReleaseOfTheCity() throws Exception {
        letIn();
        signAsVendor(driver(RADAR, "1.0.0"));
        String signed = city.done(
                "sign",
                "--release",
                "r",
                "--include",
                RADAR + ":1.0.0",
                "--level",
                "drivers",
                "--authority",
                "@authority");
        String published = city.done("publish", "--authority", "@authority");
        TestBox box = box();

        BundleTarget radar = box.bundle(RADAR, "1.0.0", city.now());
        assertThat(radar.target().role()).isEqualTo("acme");
        assertThat(box.release("r", city.now()).bundles()).hasSize(1);
        assertThat(box.install(radar).download().length()).isPositive();
        assertThat(signed + published).doesNotContain("warning");
    }

    @Test
    void whatAVendorSignsOfOthersIsNotFoundAndPublishingSaysSo() throws Exception {
        letIn();
        signAsVendor(driver("io.verge.driver.gnss", "9.9.9"));
        String signed = city.done(
                "sign", "--release", "r", "--include", "io.verge.driver.gnss:9.9.9", "--authority", "@authority");

        assertThat(city.run("publish", "--authority", "@authority").err())
                .contains("release r: io.verge.driver.gnss 9.9.9 is vouched for by nobody who may");
        assertThat(box().find(BundleTarget.path("io.verge.driver.gnss", "9.9.9"), city.now()))
                .as(signed)
                .isEmpty();
    }

    @Test
    void aVendorIsGivenNoMoreThanTheBundlesOfItsName() {
        String key = city.done("make-key", "acme-1", "--out", "@acme");
        for (String path :
                new String[] {"*", "bundles/*", "bundles/com.*", "bundles/io.verge.driver.*", "releases/a.b.*"}) {
            assertThat(city.refused(
                            "delegate",
                            "acme",
                            "--keys",
                            "@acme/acme-1.pub",
                            "--paths",
                            path,
                            "--authority",
                            "@authority"))
                    .as(key)
                    .contains("is no part that a vendor can be given");
        }
    }

    @Test
    void whatWasDelegatedCanBeTakenBack() throws Exception {
        letIn();
        signAsVendor(driver(RADAR, "1.0.0"));
        String first = city.done("publish", "--authority", "@authority");
        String second = city.done("delegate", "acme", "--withdraw", "--authority", "@authority");
        String third = city.done("publish", "--authority", "@authority");

        assertThat(box().find(BundleTarget.path(RADAR, "1.0.0"), city.now()))
                .as(first + second + third)
                .isEmpty();
    }

    @Test
    void severalPeopleSignOneReleaseEachAtTheirOwnPlace() throws Exception {
        Provision two = new Provision(Files.createDirectories(folder.resolve("two")));
        String jar = driver("io.verge.driver.gnss", "0.1.0");
        String made = two.done("init-authority", "@authority", "--release-keys", "2", "--release-threshold", "2");
        String drafted = two.done(
                "sign", "--release", "r", "--bundles", jar, "--unsigned", "@draft", "--authority", "@authority");
        String first = two.done("cosign", "@draft", "--key", "@authority/offline/targets-1.p12");
        assertThat(first).contains("signed by 1 key");
        String second = two.done("cosign", "@draft", "--key", "@authority/offline/targets-2.p12");
        assertThat(second).contains("signed by 2 keys");
        String submitted = two.done("submit", "@draft", "--authority", "@authority");

        assertThat(two.done("publish", "--authority", "@authority"))
                .as(made + drafted + submitted)
                .contains("published");
        assertThat(new TestBox(
                                two.file("authority/root.json"),
                                two.file("authority/repository"),
                                two.file("store"),
                                true)
                        .release("r", two.now())
                        .bundles())
                .hasSize(1);
    }

    @Test
    void whatTooFewHaveSignedIsNotPublished() throws Exception {
        Provision two = new Provision(Files.createDirectories(folder.resolve("two")));
        String jar = driver("io.verge.driver.gnss", "0.1.0");
        String made = two.done("init-authority", "@authority", "--release-keys", "2", "--release-threshold", "2");
        String signed = two.done(
                "sign",
                "--release",
                "r",
                "--bundles",
                jar,
                "--key",
                "@authority/offline/targets-1.p12",
                "--authority",
                "@authority");

        assertThat(two.refused("publish", "--authority", "@authority"))
                .as(made + signed)
                .contains("targets")
                .contains("sign");
    }
}
