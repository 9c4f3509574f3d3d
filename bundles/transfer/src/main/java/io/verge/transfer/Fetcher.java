package io.verge.transfer;

import io.verge.api.disk.Disk;
import io.verge.api.time.Clock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * Brings files from sources to the disk, whatever happens in between. It has no thread: it fetches in the one that calls it, which waits
 * for hours when the network does. Safe for several threads as far as they fetch different files and the disk and randomness are.
 */
public final class Fetcher {
    private final Disk disk;
    private final Clock clock;
    private final RandomGenerator random;
    private final FetchRules rules;

    /** @param random for jitter */
    public Fetcher(Disk disk, Clock clock, RandomGenerator random, FetchRules rules) {
        this.disk = disk;
        this.clock = clock;
        this.random = random;
        this.rules = rules;
    }

    /**
     * Fetches what is missing of a file; failures of the source are waited out until the terms expire.
     *
     * @param folder of all downloads; what is there of this one, from whatever source and run, is used
     * @throws FetchException when it is given up
     * @throws NoRoomException before anything is fetched
     * @throws IOException when the disk fails
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    public Fetched fetch(Download download, Source source, Path folder, Terms terms)
            throws IOException, InterruptedException {
        PieceStore store = PieceStore.open(disk, folder, download);
        long missing = download.length() - store.present();
        long needed = missing + terms.reserve();
        long free = disk.free(folder);
        if (free < needed) {
            throw new NoRoomException(needed, free);
        }
        return new Fetch(store, download, source, terms, clock, rules, random).run(missing);
    }
}
