package io.verge.update.internal.engine;

import io.verge.api.disk.Disk;
import io.verge.api.time.Clock;
import io.verge.api.update.UpdateEntry;
import io.verge.generation.Generations;
import io.verge.transfer.FetchRules;
import io.verge.transfer.pack.Zstd;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the engine works with.
 *
 * @param state the agent's folder, such as {@code /var/lib/verge}; the engine's own is {@code update} in it
 * @param anchor the root that the box trusts first; null when it has none, and then nothing from elsewhere is installed
 * @param random for jitter
 * @param generations over the same folder; used by the engine alone
 * @param zstd is asked when something is to be unpacked; empty when there is none for this processor
 * @param listener hears each step, on the engine's thread
 * @param rules of fetching
 */
public record EngineParts(
        Disk disk,
        Path state,
        @Nullable Anchor anchor,
        Clock clock,
        RandomGenerator random,
        Generations generations,
        LiveSet live,
        Vitals vitals,
        Moment moment,
        Supplies supplies,
        Supplier<Optional<Zstd>> zstd,
        Consumer<UpdateEntry> listener,
        FetchRules rules) {}
