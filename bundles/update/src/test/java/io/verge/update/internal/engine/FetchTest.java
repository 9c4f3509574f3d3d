package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.DOWNLOAD;
import static io.verge.api.update.Phase.VERIFY;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.UpdateEntry;
import io.verge.transfer.pack.Packer;
import io.verge.transfer.pack.Zstd;
import io.verge.trust.Pack;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which form a bundle comes, and what is not fetched. */
final class FetchTest {
    private static final byte[] JAR = World.RADAR_2.jar();

    private final World world = new World();

    private final Packer packer;
    private final Pack full;
    private final Pack patch;
    private final Pack deflated;

    FetchTest(@TempDir Path folder) {
        world.zstd = Zstd.load(folder);
        world.boot();
        packer = new Packer(world.zstd.orElseThrow());
        full = world.publisher.pack("zstd", "", packer.full(JAR));
        patch = world.publisher.pack("patch", World.RADAR.sha256(), packer.patch(World.RADAR.jar(), JAR));
        deflated = world.publisher.pack("deflate", "", Packer.deflate(JAR));
        world.publisher.release("r2", World.RADAR_2);
    }

    private void publish(Pack... packs) {
        List<Map<String, Object>> all = Arrays.stream(packs).map(Pack::json).toList();
        world.publisher.bundle(World.RADAR_2, Map.of("packs", all));
    }

    private List<String> fetched() {
        return world.publisher.asked.stream()
                .filter(path -> !path.startsWith("releases/"))
                .toList();
    }

    @Test
    void aPatchOfWhatTheBoxHasIsTheSmallest() throws Exception {
        publish(full, patch, deflated);

        UpdateEntry end = world.update("r2");

        assertThat(end.phase()).as(end.why()).isEqualTo(COMMITTED);
        assertThat(fetched()).containsExactly(patch.path());
        world.mustBeConsistent();
    }

    @Test
    void withoutTheJarThatItIsAPatchOfTheFullFormIsFetched() {
        Pack other = world.publisher.pack("patch", "ab".repeat(32), packer.patch(World.CAMERA.jar(), JAR));
        publish(full, other);

        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
        assertThat(fetched()).containsExactly(full.path());
    }

    @Test
    void withADamagedBaseTheFullFormIsFetched() {
        publish(full, patch);
        world.disk.rot(World.INSTALLATION.resolve("io.verge.driver.radar.jar"), 50);

        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
        assertThat(fetched()).containsExactly(full.path());
    }

    @Test
    void whenTheBaseIsDamagedAfterThePatchWasFetchedTheFullFormFollows() {
        publish(full, patch);
        world.apply("r2");
        world.runTo(VERIFY);
        world.disk.rot(World.INSTALLATION.resolve("io.verge.driver.radar.jar"), 50);

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
        assertThat(fetched()).containsExactly(patch.path(), full.path());
    }

    @Test
    void aBoxWithoutTheNativeLibraryTakesTheDeflatedForm() {
        world.zstd = Optional.empty();
        world.boot();
        publish(full, patch, deflated);

        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
        assertThat(fetched()).containsExactly(deflated.path());
    }

    @Test
    void aFormThatDoesNotBecomeTheJarIsLeftForAnother() {
        Pack lie = world.publisher.pack("zstd", "", packer.full(new byte[20]));
        publish(lie, deflated);

        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
        assertThat(fetched()).containsExactly(lie.path(), deflated.path());
    }

    @Test
    void aFormThatNobodyKnowsIsPassedOver() {
        Pack strange = world.publisher.pack("brotli", "", new byte[3]);
        publish(strange);

        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
        assertThat(fetched()).allMatch(path -> path.startsWith("bundles/"));
    }

    @Test
    void whatTheBoxHasIsNotFetched() throws Exception {
        world.publisher.release("r4", World.CAMERA, World.RADAR_2);
        publish(full, patch, deflated);
        world.update("r2");
        int before = fetched().size();

        UpdateEntry end = world.update("r4");

        assertThat(end.phase()).as(end.why()).isEqualTo(COMMITTED);
        assertThat(fetched()).hasSize(before);
        world.mustBeConsistent();
    }

    @Test
    void aLinkThatBreaksIsWaitedOutAndWhatHasComeIsNotFetchedAgain() {
        world.apply("r2");
        world.runTo(DOWNLOAD);
        world.publisher.away = true;
        int[] asked = {0};
        world.publisher.onRequest = () -> world.publisher.away = ++asked[0] < 10;

        assertThat(world.runToEnd().phase()).isEqualTo(COMMITTED);
        assertThat(asked[0]).isEqualTo(10);
    }

    @Test
    void progressIsToldInOctets() {
        world.apply("r2");
        world.runToEnd();

        assertThat(world.told)
                .filteredOn(entry -> entry.phase() == DOWNLOAD)
                .last()
                .satisfies(entry -> assertThat(entry.total()).isEqualTo(JAR.length));
        assertThat(world.told)
                .filteredOn(entry -> entry.phase() == VERIFY)
                .first()
                .satisfies(entry -> assertThat(entry.fetched()).isEqualTo(JAR.length));
    }
}
