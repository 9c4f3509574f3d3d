package io.verge.trust;

import static io.verge.trust.authoring.Forge.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.trust.authoring.Forge;
import io.verge.trust.authoring.Signer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;

/**
 * Somebody between the repository and a box that has refreshed once, with keys of the repository where the attack needs them. The
 * attacks are those of TUF §1.5.2, on each role.
 */
abstract class Attack {
    final World world = new World();

    @BeforeEach
    void theBoxKnowsTheFirstSet() throws Exception {
        world.refresh();
    }

    void assertStillTrustsTheFirstSet() throws Exception {
        assertThat(world.stored()).isEqualTo(new Versions(1, 1, 1, 1));
    }

    void refresh(Wire wire) throws Exception {
        world.client().refresh(wire, world.now);
    }

    byte[] edited(String name, Consumer<Map<String, Object>> change, Signer... signers) throws IOException {
        return Forge.edit(world.published(name), change, signers);
    }

    Signer[] all(List<Signer> signers) {
        return signers.toArray(Signer[]::new);
    }

    /** The set that the repository would publish after its metadata was changed: each role promises the next. */
    Wire set(byte[] targets, byte[] snapshot) throws IOException {
        return world.wire()
                .with("2.targets.json", targets)
                .with("2.snapshot.json", snapshot)
                .with("timestamp.json", timestamp(snapshotVersion(2)));
    }

    Consumer<Map<String, Object>> snapshotVersion(long version) {
        return signed -> {
            signed.put("version", 2L);
            in(signed, "meta").put("snapshot.json", Map.of("version", version));
        };
    }

    byte[] timestamp(Consumer<Map<String, Object>> change) throws IOException {
        return edited("timestamp.json", change, world.timestampKey);
    }

    byte[] snapshot(Consumer<Map<String, Object>> change) throws IOException {
        return edited(
                "1.snapshot.json",
                signed -> {
                    signed.put("version", 2L);
                    in(signed, "meta").put("targets.json", Map.of("version", 2L));
                    change.accept(signed);
                },
                world.snapshotKey);
    }

    byte[] targets(Consumer<Map<String, Object>> change, Signer... signers) throws IOException {
        return edited(
                "1.targets.json",
                signed -> {
                    signed.put("version", 2L);
                    change.accept(signed);
                },
                signers);
    }
}
