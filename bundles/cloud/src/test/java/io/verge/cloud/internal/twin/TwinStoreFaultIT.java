package io.verge.cloud.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.LocalDisk;
import io.verge.cloud.internal.FaultRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The twin's file on a real file system whose operations fail, and which loses on a power cut what was not synced. */
class TwinStoreFaultIT {
    private int saved;

    @Test
    void whatWasSavedIsThereAndTheFileIsReadable(@TempDir Path work) throws Exception {
        new FaultRuns(work, Saving.class).run(Saved::new);
        assertThat(saved).isGreaterThan(10);
    }

    private static TwinStore store(Path folder) {
        return new TwinStore(new LocalDisk(), folder.resolve("twin.json"));
    }

    /** Saves one version after another; says {@code ? VERSION} before, {@code + VERSION} after, and {@code = VERSION} for what it found. */
    static final class Saving {
        private Saving() {}

        /** Until it is killed. */
        public static void main(String[] args) {
            TwinStore store = store(Path.of(args[0]));
            Random random = new Random(Long.parseLong(args[1]));
            long version = load(store);
            System.out.println("= " + version);
            while (true) {
                version++;
                System.out.println("? " + version);
                String profile = "box: {}\n".repeat(random.nextInt(2_000));
                try {
                    store.save(TwinState.first(profile).reported(version, Map.of()));
                    System.out.println("+ " + version);
                } catch (IOException e) {
                    // The next one may be.
                }
            }
        }

        private static long load(TwinStore store) {
            while (true) {
                try {
                    TwinState state = store.load();
                    return state == null ? 0 : state.reported();
                } catch (IOException e) {
                    // As the twin does it: until it can be read.
                }
            }
        }
    }

    private final class Saved implements FaultRuns.Witness {
        private long tried;
        private long last;

        @Override
        public void look(Path folder, List<String> said, String when) throws IOException {
            for (String line : said) {
                long version = Long.parseLong(line.substring(2));
                switch (line.charAt(0)) {
                    case '=' -> isIt(version, when);
                    case '?' -> tried = version;
                    default -> {
                        last = version;
                        saved++;
                    }
                }
            }
            TwinState state = store(folder).load();
            isIt(state == null ? 0 : state.reported(), when);
            assertThat(folder.resolve("twin.json.unreadable")).as(when).doesNotExist();
        }

        private void isIt(long version, String when) {
            assertThat(version).as(when).isBetween(last, tried);
            last = version;
        }
    }
}
