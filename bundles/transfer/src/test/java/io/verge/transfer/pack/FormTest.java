package io.verge.transfer.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.disk.Sha256;
import io.verge.transfer.Download;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final Sha256 OLD = Sha256.of(new byte[] {1});
    private static final Form FULL = form(Packing.ZSTD, null, 500);
    private static final Form PATCH = form(Packing.PATCH, OLD, 20);
    private static final Form DEFLATED = form(Packing.DEFLATE, null, 600);
    private static final List<Form> ALL = List.of(FULL, PATCH, DEFLATED);

    private static Form form(Packing packing, @Nullable Sha256 base, int length) {
        return new Form(packing, base, Download.whole("bundles/x", length, Sha256.of(new byte[length])));
    }

    @Test
    void theShortestIsTheBest() {
        assertThat(Form.best(ALL, OLD::equals, () -> true)).contains(PATCH);
    }

    @Test
    void withoutItsBaseAPatchIsNoUse() {
        assertThat(Form.best(ALL, base -> false, () -> true)).contains(FULL);
    }

    @Test
    void withoutTheNativeLibraryThereIsTheDeflatedForm() {
        assertThat(Form.best(ALL, OLD::equals, () -> false)).contains(DEFLATED);
        assertThat(Form.best(List.of(FULL, PATCH), OLD::equals, () -> false)).isEmpty();
    }

    @Test
    void theNativeLibraryIsNotAskedForWhereNothingNeedsIt() {
        assertThat(Form.best(List.of(DEFLATED), OLD::equals, () -> {
                    throw new AssertionError("nobody needs it");
                }))
                .contains(DEFLATED);
    }

    @Test
    void aPatchHasABaseAndNothingElseHas() {
        assertThatThrownBy(() -> form(Packing.PATCH, null, 20)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> form(Packing.ZSTD, OLD, 20)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void packingsAreKnownByTheirLabels() {
        assertThat(Packing.of("patch")).contains(Packing.PATCH);
        assertThat(Packing.of("brotli")).isEmpty();
    }
}
