package io.verge.transfer.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.disk.Sha256;
import io.verge.testkit.FaultyDisk;
import io.verge.transfer.NoRoomException;
import io.verge.transfer.pack.UnpackException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnpackerTest {
    private static final Path STORE = Path.of("/var/store");
    private static final Path TARGET = STORE.resolve("new.jar");
    private static final Path BASE = STORE.resolve("old.jar");

    private final FaultyDisk disk = new FaultyDisk(new Random(1));
    private final byte[] old = noise(40_000, 1);
    private final byte[] jar = changed(old);
    private final Artefact artefact = new Artefact(jar.length, Sha256.of(jar));
    private final Packer packer;
    private Unpacker unpacker;

    UnpackerTest(@TempDir Path natives) {
        Zstd zstd = Zstd.load(natives).orElseThrow();
        packer = new Packer(zstd);
        unpacker = new Unpacker(disk, () -> Optional.of(zstd));
        disk.plant(BASE, old);
    }

    @Test
    void theNativeLibraryIsLoadedOnce(@TempDir Path natives) {
        Supplier<Optional<Zstd>> zstd = Zstd.whenAsked(natives);

        assertThat(zstd.get()).isPresent().isSameAs(zstd.get());
    }

    private static byte[] noise(int length, long seed) {
        byte[] noise = new byte[length];
        new SplittableRandom(seed).nextBytes(noise);
        return noise;
    }

    /** With some octets more in its middle. */
    private static byte[] changed(byte[] content) {
        byte[] longer = Arrays.copyOf(content, content.length + 100);
        System.arraycopy(content, 1_000, longer, 1_100, content.length - 1_000);
        return longer;
    }

    private byte[] pack(Packing packing) {
        return switch (packing) {
            case ZSTD -> packer.full(jar);
            case PATCH -> packer.patch(old, jar);
            case DEFLATE -> Packer.deflate(jar);
        };
    }

    private void unpack(Packing packing, byte[] packed) throws IOException {
        unpack(packing, packed, artefact);
    }

    private void unpack(Packing packing, byte[] packed, Artefact wanted) throws IOException {
        Base base = packing == Packing.PATCH ? new Base(BASE, Sha256.of(old)) : null;
        unpacker.unpack(packing, new ByteArrayInputStream(packed), base, wanted, TARGET);
    }

    private void assertWrong(Packing packing, byte[] packed, Artefact wanted) {
        assertThatThrownBy(() -> unpack(packing, packed, wanted))
                .isInstanceOfSatisfying(
                        UnpackException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG));
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertThat(disk.has(TARGET)).isFalse();
        assertThat(disk.has(STORE.resolve("new.jar.part"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasPackedComesOutAgain(Packing packing) throws IOException {
        unpack(packing, pack(packing));

        assertThat(disk.read(TARGET, 1 << 20)).isEqualTo(jar);
    }

    @Test
    void aPatchHoldsWhatHasChanged() {
        assertThat(packer.patch(old, jar)).hasSizeLessThan(500);
    }

    @ParameterizedTest
    @EnumSource
    void aLengthThatLiesIsNotBelieved(Packing packing) {
        assertWrong(packing, pack(packing), new Artefact(jar.length - 1, artefact.sha256()));
        assertWrong(packing, pack(packing), new Artefact(jar.length + 1, artefact.sha256()));
    }

    @ParameterizedTest
    @EnumSource
    void anotherHashIsNotTaken(Packing packing) {
        assertWrong(packing, pack(packing), new Artefact(jar.length, Sha256.of(old)));
    }

    @Test
    void aBombWritesNoMoreThanItsMetadataAllows() {
        byte[] bomb = packer.full(new byte[8 << 20]);
        disk.stopAt(1_000);

        assertWrong(Packing.ZSTD, bomb, artefact);
        assertThat(disk.operations()).isLessThan(jar.length / 4_096);
    }

    @Test
    void aDeflatedBombWritesNoMoreThanItsMetadataAllows() {
        assertWrong(Packing.DEFLATE, Packer.deflate(new byte[8 << 20]), artefact);
    }

    @Test
    void aFrameThatWantsALargeWindowGetsNone() {
        // A frame header with a window of 2^41 octets and no length (RFC 8878 §3.1.1.1).
        byte[] lying = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xf8, 1, 0, 0};

        assertWrong(Packing.ZSTD, lying, artefact);
    }

    @Test
    void dataWithoutEndIsCut() {
        InputStream endless = new InputStream() {
            private final byte[] frame = packer.full(new byte[1_000]);
            private int next;

            @Override
            public int read() {
                return frame[next++ % frame.length] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                buffer[offset] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> unpacker.unpack(Packing.ZSTD, endless, null, artefact, TARGET))
                .isInstanceOf(UnpackException.class);
        assertNothingIsLeft();
    }

    @Test
    void aPatchOfAnotherJarIsRefusedBeforeItIsRead() {
        disk.rot(BASE, 17);

        assertThatThrownBy(() -> unpack(Packing.PATCH, pack(Packing.PATCH)))
                .isInstanceOfSatisfying(
                        UnpackException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BASE));
        assertNothingIsLeft();
    }

    @Test
    void aPatchOfAJarThatIsNotHereIsRefused() {
        Base gone = new Base(STORE.resolve("gone.jar"), Sha256.of(old));

        assertThatThrownBy(() -> unpacker.unpack(
                        Packing.PATCH, new ByteArrayInputStream(pack(Packing.PATCH)), gone, artefact, TARGET))
                .isInstanceOfSatisfying(
                        UnpackException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BASE));
    }

    @Test
    void withoutTheNativeLibraryWhatIsDeflatedIsTaken() throws IOException {
        unpacker = new Unpacker(disk, Optional::empty);

        assertThatThrownBy(() -> unpack(Packing.ZSTD, pack(Packing.ZSTD)))
                .isInstanceOfSatisfying(
                        UnpackException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
        unpack(Packing.DEFLATE, pack(Packing.DEFLATE));
        assertThat(disk.read(TARGET, 1 << 20)).isEqualTo(jar);
    }

    @Test
    void withoutRoomNothingIsWritten() {
        disk.free(jar.length - 1);

        assertThatThrownBy(() -> unpack(Packing.ZSTD, pack(Packing.ZSTD)))
                .isInstanceOfSatisfying(
                        NoRoomException.class, e -> assertThat(e.needed()).isEqualTo(jar.length));
        assertNothingIsLeft();
    }

    @Test
    void aSourceThatFailsIsNotAPackerThatLies() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk has failed");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> unpacker.unpack(Packing.DEFLATE, failing, null, artefact, TARGET))
                .isNotInstanceOf(UnpackException.class)
                .hasMessage("the disk has failed");
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsDamagedNothingWrongGetsItsName(Packing packing) throws IOException {
        byte[] packed = pack(packing);
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 150; run++) {
            byte[] damaged =
                    Arrays.copyOf(packed, random.nextInt(3) == 0 ? random.nextInt(packed.length) : packed.length);
            for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                unpack(packing, damaged);
                assertThat(disk.read(TARGET, 1 << 20)).isEqualTo(jar);
                disk.delete(TARGET);
            } catch (UnpackException e) {
                assertNothingIsLeft();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereverTheProcessEndsItCanBeDoneAgain(Packing packing) throws IOException {
        byte[] packed = pack(packing);
        disk.restart();
        unpack(packing, packed);
        int operations = disk.operations();
        for (int k = 1; k <= operations; k++) {
            disk.delete(TARGET);
            disk.stopAt(k);
            assertThatThrownBy(() -> unpack(packing, packed)).isInstanceOf(FaultyDisk.Stopped.class);
            disk.powerCut();
            assertThat(!disk.has(TARGET) || Arrays.equals(disk.read(TARGET, 1 << 20), jar))
                    .as("cut at %d of %d", k, operations)
                    .isTrue();
            unpack(packing, packed);
            assertThat(disk.read(TARGET, 1 << 20)).isEqualTo(jar);
        }
    }
}
