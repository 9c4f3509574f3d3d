package io.verge.generation;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/**
 * Reads again what the medium would not give: a card, a bus or a driver may need a moment, and what is started instead costs the box its
 * newest set or its radio. What is missing or damaged is not read again, since it stays so. Any thread.
 */
final class Patience {
    /** How often it is read. */
    static final int TRIES = 3;

    private final Runnable pause;

    /** @param pause is made before each further try */
    Patience(Runnable pause) {
        this.pause = pause;
    }

    /** Reads something. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** @throws IOException when it is missing or damaged, or could not be read {@value #TRIES} times */
    <T> T read(Reading<T> reading) throws IOException {
        for (int left = TRIES - 1; ; left--) {
            try {
                return reading.read();
            } catch (NoSuchFileException | DamagedException e) {
                throw e;
            } catch (IOException e) {
                if (left == 0) {
                    throw e;
                }
                pause.run();
            }
        }
    }
}
