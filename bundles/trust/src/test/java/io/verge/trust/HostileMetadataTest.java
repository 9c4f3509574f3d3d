package io.verge.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.json.tree.JsonNull;
import io.verge.testkit.FaultyDisk;
import io.verge.trust.authoring.Forge;
import io.verge.trust.authoring.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged, random and signed nonsense: a client refuses or takes it, and throws nothing else. The seeds are fixed. */
class HostileMetadataTest {
    private static final int ROUNDS = 25;
    private static final List<Object> NONSENSE = List.of(
            JsonNull.NULL,
            -1L,
            0L,
            Long.MAX_VALUE,
            true,
            "",
            "..",
            "9999-99-99T99:99:99Z",
            "é\u0000",
            List.of(),
            List.of(List.of(List.of())),
            Map.of(),
            Map.of("", 1L),
            "f".repeat(2_000));

    private final World world = new World();
    private final byte[] snapshot;
    private final byte[] timestamp;
    private final Random random = new Random(7);

    HostileMetadataTest() throws Exception {
        world.targets(
                draft -> draft.delegate("example", 1, List.of(world.vendorKey.publicKey()), List.of("bundles/com.*"))
                        .downgrades(List.of(new Downgrade("a", 1, world.now, List.of("*")))));
        world.targets("example", draft -> draft, List.of(world.vendorKey));
        world.publish();
        world.rotate(world.rootKeys);
        world.publish();
        // Without hashes, so that what is looked at is the document, and not whether it was promised.
        snapshot = Forge.edit(world.published("3.snapshot.json"), this::promiseVersionsOnly, world.snapshotKey);
        timestamp = Forge.edit(world.published("timestamp.json"), this::promiseVersionsOnly, world.timestampKey);
    }

    private void promiseVersionsOnly(Map<String, Object> signed) {
        Forge.in(signed, "meta").replaceAll((role, any) -> Map.of("version", ((Map<?, ?>) any).get("version")));
    }

    private List<Signer> signers(String name) {
        return name.contains("root")
                ? world.rootKeys
                : name.contains("targets")
                        ? world.targetsKeys
                        : name.contains("snapshot")
                                ? List.of(world.snapshotKey)
                                : name.contains("example") ? List.of(world.vendorKey) : List.of(world.timestampKey);
    }

    private void take(String name, byte[] document) throws IOException {
        TrustClient client = new TrustClient(
                new FaultyDisk(new Random(1)), Path.of("/box/trust"), world.published("1.root.json"), Limits.USUAL);
        try {
            Wire wire = world.wire()
                    .with("3.snapshot.json", snapshot)
                    .with("timestamp.json", timestamp)
                    .with(name, document);
            Trusted trusted = client.refresh(wire, world.now);
            trusted.find("bundles/com.example-1.jar", wire, world.now);
            trusted.freshness(world.now, Way.CARRIED);
        } catch (NoSuchFileException e) {
            assertThat(e).as("signed by its root: no consistent snapshots").hasMessageEndingWith("/snapshot.json");
        } catch (TrustException e) {
            assertThat(e).hasMessageStartingWith(e.role()).hasMessageMatching("[^\\p{Cntrl}]{1,420}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.root.json", "timestamp.json", "3.snapshot.json", "2.targets.json", "1.example.json"})
    void damagedDocumentsAreRefused(String name) throws Exception {
        byte[] good = world.published(name);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = good.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            take(name, random.nextBoolean() ? damaged : Arrays.copyOf(damaged, random.nextInt(damaged.length)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.root.json", "timestamp.json", "3.snapshot.json", "2.targets.json", "1.example.json"})
    void signedNonsenseIsRefused(String name) throws Exception {
        byte[] good = world.published(name);
        for (int i = 0; i < ROUNDS; i++) {
            take(name, Forge.edit(good, this::spoil, signers(name).toArray(Signer[]::new)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"signed\":{},\"signatures\":[]}",
                "{\"signed\":[],\"signatures\":{}}",
                "{\"signed\":{},\"signatures\":[[]]}",
                "{\"signed\":{},\"signatures\":[{\"keyid\":\"a\"}]}",
                "\uFEFF{}",
                "{}{}"
            })
    void whatIsNoDocumentIsRefused(String text) throws Exception {
        for (String name :
                List.of("2.root.json", "timestamp.json", "3.snapshot.json", "2.targets.json", "1.example.json")) {
            take(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 100_000})
    void nestingBeyondTheLimitIsRefused(int depth) throws Exception {
        take(
                "timestamp.json",
                ("{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(StandardCharsets.UTF_8));
    }

    /** One field somewhere within becomes something else. */
    private void spoil(Map<String, Object> object) {
        List<String> names = new ArrayList<>(object.keySet());
        if (names.isEmpty()) {
            object.put("x", NONSENSE.get(random.nextInt(NONSENSE.size())));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        Object value = object.get(name);
        if (value instanceof Map<?, ?> && random.nextInt(5) > 0) {
            spoil(Forge.in(object, name));
        } else if (random.nextInt(5) == 0) {
            object.remove(name);
        } else {
            object.put(name, NONSENSE.get(random.nextInt(NONSENSE.size())));
        }
    }
}
