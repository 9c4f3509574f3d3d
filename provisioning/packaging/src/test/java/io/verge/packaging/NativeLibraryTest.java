package io.verge.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeLibraryTest {
    @ParameterizedTest
    @ValueSource(strings = {"a/libx.so", "libx.so.2", "Windows/x.dll", "OSX/libx.dylib", "OSX/libx.jnilib", "X.DLL"})
    void librariesOfAllSystemsAreSeen(String entry) {
        assertThat(NativeLibrary.isOne(entry)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/Sodium.class", "META-INF/MANIFEST.MF", "so/", "libx.so/README.md"})
    void otherEntriesAreNone(String entry) {
        assertThat(NativeLibrary.isOne(entry)).isFalse();
    }

    @Test
    void itFitsTheProcessorThatItsHeaderNames() {
        byte[] head = Elf.of(Architecture.ARM64);
        assertThat(NativeLibrary.fits("Linux/x86_64/libx.so", head, Architecture.ARM64))
                .isTrue();
        assertThat(NativeLibrary.fits("Linux/x86_64/libx.so", head, Architecture.AMD64))
                .isFalse();
    }

    @Test
    void aLibraryOfThirtyTwoBitsDoesNotFit() {
        byte[] head = Elf.of(Architecture.AMD64);
        head[4] = 1;
        assertThat(NativeLibrary.fits("libx.so", head, Architecture.AMD64)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Android/x86_64/libx.so", "lib/FreeBSD/x86_64/libx.so", "Solaris/x86_64/libx.so"})
    void anotherSystemsLibraryDoesNotFit(String entry) {
        assertThat(NativeLibrary.fits(entry, Elf.of(Architecture.AMD64), Architecture.AMD64))
                .isFalse();
    }

    @Test
    void whatIsTooShortOrNoElfDoesNotFit() {
        assertThat(NativeLibrary.fits("libx.so", new byte[] {0x7f, 'E', 'L', 'F'}, Architecture.AMD64))
                .isFalse();
        assertThat(NativeLibrary.fits("x.dll", new byte[64], Architecture.AMD64))
                .isFalse();
    }
}
