package io.verge.generation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ContentStoreTest {
    private static final String CONTENT = "radar one";
    private static final String HASH = Box.bundle(CONTENT).sha256();
    private static final Path RECEIVED = Box.STATE.resolve("transfer/received");

    private final Box box = new Box(1);
    private final ContentStore store = box.generations().store();

    private void add(String content) throws IOException {
        store.add(HASH, content.length(), new ByteArrayInputStream(content.getBytes(UTF_8)));
    }

    @Test
    void whatWasAddedOutlivesAPowerCut() throws IOException {
        add(CONTENT);
        box.disk.powerCut();

        assertThat(store.holds(HASH)).isTrue();
    }

    @Test
    void contentThatIsAnotherIsNotKept() throws IOException {
        assertThatExceptionOfType(DamagedException.class).isThrownBy(() -> add("radar two"));

        assertThat(box.disk.list(Box.STATE.resolve("store"))).isEmpty();
    }

    @Test
    void noMoreIsReadThanWasSaid() throws IOException {
        ByteArrayInputStream longer = new ByteArrayInputStream((CONTENT + " and more").getBytes(UTF_8));

        store.add(HASH, CONTENT.length(), longer);

        assertThat(longer.available()).isEqualTo(" and more".length());
        assertThat(store.holds(HASH)).isTrue();
    }

    @Test
    void damagedContentIsReplaced() throws IOException {
        add(CONTENT);
        box.disk.rot(Box.jar(CONTENT), 0);
        assertThat(store.holds(HASH)).isFalse();

        add(CONTENT);

        assertThat(store.holds(HASH)).isTrue();
    }

    @Test
    void whatWasReceivedElsewhereIsTakenIn() throws IOException {
        box.disk.plant(RECEIVED, CONTENT.getBytes(UTF_8));

        store.adopt(RECEIVED, HASH);
        box.disk.powerCut();

        assertThat(store.holds(HASH)).isTrue();
        assertThat(box.disk.has(RECEIVED)).isFalse();
    }

    @Test
    void whatIsNoHashIsNoPath() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.jar("../../etc/passwd"));
    }
}
