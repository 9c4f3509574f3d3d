package io.verge.update.internal.engine.fetch;

import io.verge.api.disk.Disk;
import io.verge.api.disk.Sha256;
import io.verge.generation.ContentStore;
import io.verge.generation.DamagedException;
import io.verge.generation.SetBundle;
import io.verge.transfer.Download;
import io.verge.transfer.FetchException;
import io.verge.transfer.Fetched;
import io.verge.transfer.Fetcher;
import io.verge.transfer.Names;
import io.verge.transfer.NoRoomException;
import io.verge.transfer.Source;
import io.verge.transfer.Terms;
import io.verge.transfer.pack.Artefact;
import io.verge.transfer.pack.Base;
import io.verge.transfer.pack.Form;
import io.verge.transfer.pack.UnpackException;
import io.verge.transfer.pack.Unpacker;
import io.verge.transfer.pack.Zstd;
import io.verge.trust.Target;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.release.Refusal;
import io.verge.update.internal.engine.release.WantedBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the jars of one release come together: finds what the box has, fetches the smallest form of the rest, and puts what it becomes into
 * the store. A form that cannot be had or does not become the jar is not tried again; the next one is. One thread.
 */
public final class Larder {
    private static final String JAR = ".jar";

    private final Disk disk;
    private final Path downloads;
    private final ContentStore store;
    private final Fetcher fetcher;
    private final Supplier<Optional<Zstd>> zstd;
    private final Unpacker unpacker;
    private final Map<String, Path> jars;
    /** Why a download is of no use, by its hash. */
    private final Map<Sha256, Reason> spoiled = new HashMap<>();
    /** What is on the disk, by its hash. */
    private final Map<Sha256, Fetched> here = new HashMap<>();

    /**
     * Looks at nothing yet.
     *
     * @param downloads a folder for what is on its way
     * @param jars that the box has, by what should be their SHA-256
     */
    public Larder(
            Disk disk,
            Path downloads,
            ContentStore store,
            Fetcher fetcher,
            Supplier<Optional<Zstd>> zstd,
            Map<String, Path> jars) {
        this.disk = disk;
        this.downloads = downloads;
        this.store = store;
        this.fetcher = fetcher;
        this.zstd = zstd;
        this.unpacker = new Unpacker(disk, zstd);
        this.jars = Map.copyOf(jars);
    }

    /** Octets that the disk needs for a bundle, and those that have to be fetched. */
    public record Cost(long fetched, long disk) {}

    /**
     * What a bundle costs.
     *
     * @throws Refusal when it cannot be had in any form
     */
    public Cost cost(WantedBundle wanted) throws IOException, Refusal {
        SetBundle bundle = wanted.bundle();
        if (store.holds(bundle.sha256())) {
            return new Cost(0, 0);
        }
        if (has(new Sha256(bundle.sha256()))) {
            return new Cost(0, bundle.length());
        }
        long fetched = choose(wanted).download().length();
        return new Cost(fetched, fetched + bundle.length());
    }

    /**
     * Fetches what is missing of a bundle, unless the box has it.
     *
     * @throws Refusal when it cannot be had in any form
     * @throws IOException when it cannot be had now
     */
    public void fetch(WantedBundle wanted, Source source, Terms terms)
            throws IOException, InterruptedException, Refusal {
        SetBundle bundle = wanted.bundle();
        while (!store.holds(bundle.sha256()) && !copied(bundle)) {
            Choice choice = choose(wanted);
            if (fetched(choice, source, terms.reserving(terms.reserve() + bundle.length()))) {
                return;
            }
        }
    }

    /** Takes what the box has under another name. */
    private boolean copied(SetBundle bundle) throws IOException {
        @Nullable Path jar = jars.get(bundle.sha256());
        if (jar == null) {
            return false;
        }
        try (InputStream in = disk.open(jar)) {
            store.add(bundle.sha256(), bundle.length(), in);
            return true;
        } catch (NoSuchFileException | DamagedException e) {
            return false;
        }
    }

    private boolean fetched(Choice choice, Source source, Terms terms)
            throws IOException, InterruptedException, Refusal {
        try {
            here.put(choice.download().sha256(), fetcher.fetch(choice.download(), source, downloads, terms));
            return true;
        } catch (NoRoomException e) {
            throw noRoom(e);
        } catch (FetchException e) {
            spoil(choice, e);
            return false;
        }
    }

    /** @throws FetchException when this says nothing of the file */
    private void spoil(Choice choice, FetchException e) throws FetchException {
        String code =
                switch (e.reason()) {
                    case ABSENT -> "missing-file";
                    case REFUSED -> "refused-file";
                    case CORRUPT -> "wrong-content";
                    case EXPIRED, CANCELLED -> throw e;
                };
        Reason reason = new Reason(code, String.valueOf(e.getMessage()), "look whether the repository is whole");
        spoiled.put(choice.download().sha256(), reason);
    }

    /**
     * Puts what was fetched into the store, and looks into the jar there.
     *
     * @return false when what was fetched did not become the jar: fetch again, which takes another form
     * @throws Refusal when the jar is not what its metadata says, or nothing that may be installed
     */
    public boolean store(WantedBundle wanted) throws IOException, Refusal {
        SetBundle bundle = wanted.bundle();
        if (!store.holds(bundle.sha256()) && !unpacked(choose(wanted), bundle)) {
            return false;
        }
        try (InputStream in = disk.open(store.jar(bundle.sha256()))) {
            JarSanity.check(bundle, in);
        }
        return true;
    }

    private boolean unpacked(Choice choice, SetBundle bundle) throws IOException, Refusal {
        Sha256 hash = choice.download().sha256();
        @Nullable Fetched fetched = here.remove(hash);
        if (fetched == null) {
            return false;
        }
        try {
            unpack(choice, fetched, bundle);
        } catch (NoRoomException e) {
            throw noRoom(e);
        } catch (UnpackException e) {
            String why = choice.download().path() + ": " + e.getMessage();
            spoiled.put(hash, new Reason("wrong-content", why, "pack and sign the bundle again"));
        } catch (DamagedException e) {
            // What was right when it came has rotted on the disk: it is fetched once more.
        }
        fetched.discard();
        return store.holds(bundle.sha256());
    }

    private void unpack(Choice choice, Fetched fetched, SetBundle bundle) throws IOException {
        try (InputStream in = fetched.open()) {
            if (choice.packing() == null) {
                store.add(bundle.sha256(), bundle.length(), in);
                return;
            }
            Path jar = downloads.resolve(bundle.sha256() + JAR);
            Artefact artefact = new Artefact(bundle.length(), new Sha256(bundle.sha256()));
            unpacker.unpack(choice.packing(), in, choice.base(), artefact, jar);
            store.adopt(jar, bundle.sha256());
        }
    }

    /** The smallest form that is not known to be of no use. */
    private Choice choose(WantedBundle wanted) throws IOException, Refusal {
        Map<Sha256, Path> bases = new HashMap<>();
        for (Form form : wanted.forms()) {
            if (form.base() != null && has(form.base())) {
                bases.put(form.base(), jars.getOrDefault(form.base().hex(), downloads));
            }
        }
        Optional<Form> best = Form.best(
                wanted.forms().stream()
                        .filter(form -> !spoiled.containsKey(form.download().sha256()))
                        .toList(),
                bases::containsKey,
                () -> zstd.get().isPresent());
        if (best.isPresent()) {
            Form form = best.get();
            @Nullable Sha256 base = form.base();
            @Nullable Path file = base == null ? null : bases.get(base);
            return new Choice(
                    form.packing(), base == null || file == null ? null : new Base(file, base), form.download());
        }
        @Nullable Reason reason = spoiled.get(wanted.plain().sha256());
        if (reason != null) {
            throw new Refusal(reason);
        }
        return new Choice(null, null, wanted.plain());
    }

    private boolean has(Sha256 content) throws IOException {
        @Nullable Path jar = jars.get(content.hex());
        if (jar == null) {
            return false;
        }
        try (InputStream in = disk.open(jar)) {
            return Sha256.of(in).equals(content);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * A small file, such as that of a release.
     *
     * @see io.verge.update.internal.engine.release.TargetReader
     */
    public byte[] read(Target target, int longest, Source source, Terms terms)
            throws IOException, InterruptedException, Refusal {
        if (target.length() > longest || target.length() < 1 || !Names.isSound(target.location())) {
            throw new Refusal(new Reason(
                    "malformed-metadata",
                    target.path() + " has " + target.length() + " octets, or a name that no file may have",
                    "sign the release again with the repository's own tool"));
        }
        Choice choice = new Choice(
                null, null, Download.whole(target.location(), (int) target.length(), new Sha256(target.sha256())));
        if (!fetched(choice, source, terms)) {
            throw new Refusal(spoiled.getOrDefault(choice.download().sha256(), Reason.NONE));
        }
        Fetched fetched = Objects.requireNonNull(here.remove(choice.download().sha256()));
        try (InputStream in = fetched.open()) {
            return in.readNBytes(longest);
        } finally {
            fetched.discard();
        }
    }

    private static Refusal noRoom(NoRoomException e) {
        return new Refusal(
                new Reason("no-room", String.valueOf(e.getMessage()), "free room on the disk, then ask again"), e);
    }
}
