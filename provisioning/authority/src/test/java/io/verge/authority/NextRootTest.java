package io.verge.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.trust.Trusted;
import io.verge.trust.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boxes follow from root to root, from the one that they have from the factory. */
class NextRootTest {
    @TempDir
    Path folder = Path.of("");

    private Provision vendor = new Provision(folder);

    @BeforeEach
    void found() {
        vendor = new Provision(folder).founded();
    }

    private Trusted refresh() throws Exception {
        return new TestBox(
                        vendor.file("authority/root.json"),
                        vendor.file("authority/repository"),
                        vendor.file("store"),
                        true)
                .refresh(vendor.now());
    }

    private byte[] key(String name) throws IOException {
        return Files.readAllBytes(vendor.file("authority/" + name + ".p12"));
    }

    @Test
    void theRootIsGoodForLonger() throws Exception {
        vendor.later(Duration.ofDays(700));
        String unused = vendor.done("next-root", "--authority", "@authority");
        String again = vendor.done("sign", "--again", "--authority", "@authority");
        vendor.later(Duration.ofDays(100));
        String published = vendor.done("publish", "--authority", "@authority");

        assertThat(refresh().versions().root()).as(again + published).isEqualTo(2);
    }

    @Test
    void allKeysCanBeReplacedAndBoxesFollow() throws Exception {
        byte[] before = key("offline/root-1");
        String said =
                vendor.done("next-root", "--replace", "root,targets,snapshot,timestamp", "--authority", "@authority");
        assertThat(said).contains("run 'publish' now");
        String published = vendor.done("publish", "--authority", "@authority");
        String jar = TestBundle.driver(folder, TestBundle.GNSS, "0.1.0").toString();
        String signed = vendor.done("sign", "--release", "r", "--bundles", jar, "--authority", "@authority");
        String again = vendor.done("publish", "--authority", "@authority");

        Trusted trusted = refresh();
        assertThat(trusted.versions().root()).as(published + signed + again).isEqualTo(2);
        assertThat(trusted.freshness(vendor.now(), Way.ONLINE).mayInstall()).isTrue();
        assertThat(vendor.file("authority/offline/root-1.p12")).doesNotExist();
        assertThat(key("offline/root-4")).isNotEqualTo(before);
    }

    @Test
    void twoOfThreeKeysAreEnough() throws Exception {
        Files.delete(vendor.file("authority/offline/root-2.p12"));

        assertThat(vendor.done("next-root", "--authority", "@authority")).contains("signed by 2 keys");
    }

    @Test
    void oneOfThreeKeysIsNot() throws Exception {
        Files.delete(vendor.file("authority/offline/root-1.p12"));
        Files.delete(vendor.file("authority/offline/root-2.p12"));

        assertThat(vendor.refused("next-root", "--authority", "@authority")).contains("root");
        assertThat(refresh().versions().root()).isEqualTo(1);
    }
}
