package io.verge.generation;

import io.verge.api.disk.Disk;
import io.verge.api.disk.Sha256;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The generations of a box, in {@code var/generations}: a folder each with its {@code set.json}, and two pointers, {@code current}
 * and {@code good}. The single step that changes what the box starts is the replacing of a pointer. One thread.
 */
public final class Generations {
    private static final String CURRENT = "current";
    private static final String GOOD = "good";
    private static final String SET = "set.json";
    private static final int LONGEST_SET = 1 << 20;
    private static final int LONGEST_POINTER = 200;

    private final Disk disk;
    private final Path folder;
    private final ContentStore store;

    /** @param state the agent's folder, such as {@code /var/lib/verge} */
    public Generations(Disk disk, Path state) {
        this.disk = disk;
        this.folder = state.resolve("generations");
        this.store = new ContentStore(disk, state);
    }

    /** Where the jars of generations are. */
    public ContentStore store() {
        return store;
    }

    /**
     * Writes down a set whose jars are all in the store. The box does not start it before {@link #point}.
     *
     * @param made now; kept to the second
     * @throws DamagedException when a jar is missing or not what it should be
     * @throws IllegalArgumentException when this is no set, see {@link Generation}
     */
    public Generation make(String release, String why, Instant made, List<SetBundle> bundles) throws IOException {
        Generation generation =
                new Generation(nextNumber(), release, made.truncatedTo(ChronoUnit.SECONDS), why, bundles);
        verifyJars(generation);
        Path set = set(generation.number());
        disk.folders(folder.resolve(Integer.toString(generation.number())));
        disk.replace(set, SetFile.write(generation));
        return generation;
    }

    /** Above all that are or were named here: {@link #collect} leaves the folder of the last one. */
    private int nextNumber() throws IOException {
        int highest = 0;
        for (int number : numbers()) {
            highest = Math.max(highest, number);
        }
        return highest + 1;
    }

    /** Those that can be read, by number; without generation 0, which is always there. */
    public List<Generation> list() throws IOException {
        List<Generation> found = new ArrayList<>();
        for (int number : numbers()) {
            try {
                found.add(read(number));
            } catch (NoSuchFileException | DamagedException e) {
                // Unfinished or damaged: nothing can start it, and the next collection removes it.
            }
        }
        return List.copyOf(found);
    }

    /**
     * One generation, as it is written down; its jars are not looked at.
     *
     * @param number 0 gives the shipped one
     * @throws NoSuchFileException when there is none
     * @throws DamagedException when it is not what was written
     */
    public Generation read(int number) throws IOException {
        return number == 0 ? Generation.SHIPPED : parse(number, disk.read(set(number), LONGEST_SET));
    }

    private Generation parse(int number, byte[] text) throws DamagedException {
        Generation generation;
        try {
            generation = SetFile.read(text);
        } catch (IOException e) {
            throw new DamagedException(set(number) + " is damaged: " + e.getMessage(), e);
        }
        if (generation.number() != number) {
            throw new DamagedException(set(number) + " is that of generation " + generation.number());
        }
        return generation;
    }

    /**
     * Lets the box start this one from now on, as a new one, with all its attempts before it. When it returns, that outlives a power
     * cut; a power cut before that leaves what was pointed to before or this.
     *
     * @throws DamagedException when it cannot be started: its set or one of its jars is missing or damaged; nothing has changed then
     */
    public void point(Generation generation) throws IOException {
        Pointer pointer = new Pointer(generation.number(), nextSerial(), verified(generation));
        disk.folders(folder);
        disk.replace(folder.resolve(CURRENT), pointer.write());
    }

    /** Above those of both pointers; one that cannot be read is replaced, and its serial does not matter any more. */
    private int nextSerial() throws IOException {
        return Math.max(serial(CURRENT), serial(GOOD)) + 1;
    }

    private int serial(String name) throws IOException {
        try {
            return pointer(name).orElse(Pointer.SHIPPED).serial();
        } catch (DamagedException e) {
            return 0;
        }
    }

    /** The SHA-256 of its set. */
    private String verified(Generation generation) throws IOException {
        if (generation.isShipped()) {
            return Pointer.SHIPPED.sha256();
        }
        byte[] text;
        try {
            text = disk.read(set(generation.number()), LONGEST_SET);
        } catch (NoSuchFileException e) {
            throw new DamagedException(set(generation.number()) + " is missing", e);
        }
        if (!parse(generation.number(), text).equals(generation)) {
            throw new DamagedException(set(generation.number()) + " is not what was made");
        }
        verifyJars(generation);
        return Sha256.of(text).hex();
    }

    /** @throws DamagedException when one is missing or not what it should be; it says which */
    void verifyJars(Generation generation) throws IOException {
        for (SetBundle bundle : generation.bundles()) {
            store.verify(bundle.sha256());
        }
    }

    /**
     * Makes the current one the one that the box goes back to.
     *
     * @throws DamagedException when the current one cannot be read
     */
    public void commit() throws IOException {
        Pointer current = pointer(CURRENT).orElse(Pointer.SHIPPED);
        pointedTo(current);
        disk.folders(folder);
        disk.replace(folder.resolve(GOOD), current.write());
    }

    /**
     * What the box is to start: the shipped one when nobody has ever pointed elsewhere.
     *
     * @throws DamagedException when the pointer or its set cannot be read
     */
    public Generation current() throws IOException {
        return currentOne().generation();
    }

    Pointed currentOne() throws IOException {
        Optional<Pointer> current = pointer(CURRENT);
        if (current.isEmpty() && pointer(GOOD).isPresent()) {
            throw new DamagedException(folder.resolve(CURRENT) + " is missing");
        }
        return pointedTo(current.orElse(Pointer.SHIPPED));
    }

    /**
     * What the box goes back to: the last one committed, the shipped one before that.
     *
     * @throws DamagedException when the pointer or its set cannot be read
     */
    public Generation good() throws IOException {
        return goodOne().generation();
    }

    Pointed goodOne() throws IOException {
        return pointedTo(pointer(GOOD).orElse(Pointer.SHIPPED));
    }

    /**
     * A generation, and which time it was pointed to.
     *
     * @param serial see {@link Pointer#serial}
     */
    record Pointed(Generation generation, int serial) {}

    private Pointed pointedTo(Pointer pointer) throws IOException {
        if (pointer.number() == 0) {
            return new Pointed(Generation.SHIPPED, pointer.serial());
        }
        byte[] text;
        try {
            text = disk.read(set(pointer.number()), LONGEST_SET);
        } catch (NoSuchFileException e) {
            throw new DamagedException(set(pointer.number()) + " is missing", e);
        }
        if (!Sha256.of(text).hex().equals(pointer.sha256())) {
            throw new DamagedException(set(pointer.number()) + " is not what it was when it was pointed to");
        }
        return new Pointed(parse(pointer.number(), text), pointer.serial());
    }

    /**
     * Deletes what nothing needs: all but the current generation, the last good one and these, and the jars that none of them names.
     * Does nothing when a pointer or one of the sets to keep cannot be read: what it needs is not known then.
     *
     * @param pinned numbers of generations that are kept as well: the one that runs, the one that is staged
     * @param jars SHA-256 of contents that are kept as well: those of a download that goes on
     */
    public void collect(Set<Integer> pinned, Set<String> jars) throws IOException {
        List<Generation> kept = new ArrayList<>(List.of(current(), good()));
        for (int number : numbers()) {
            if (pinned.contains(number)) {
                kept.add(read(number));
            }
        }
        Set<Integer> keptNumbers = new HashSet<>();
        Set<String> keptJars = new HashSet<>(jars);
        for (Generation one : kept) {
            keptNumbers.add(one.number());
            one.bundles().forEach(bundle -> keptJars.add(bundle.sha256()));
        }
        List<Integer> numbers = numbers();
        for (int number : numbers) {
            if (!keptNumbers.contains(number)) {
                delete(number, number == numbers.get(numbers.size() - 1));
            }
        }
        store.keepOnly(keptJars);
    }

    private void delete(int number, boolean last) throws IOException {
        Path one = folder.resolve(Integer.toString(number));
        for (Path file : disk.list(one)) {
            disk.delete(file);
        }
        if (!last) {
            disk.delete(one);
        }
    }

    private List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (Path one : disk.list(folder)) {
            String name = String.valueOf(one.getFileName());
            if (name.length() < 10 && name.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
                numbers.add(Integer.parseInt(name));
            }
        }
        numbers.sort(null);
        return numbers;
    }

    private Path set(int number) {
        return folder.resolve(Integer.toString(number)).resolve(SET);
    }

    /** Empty when there is no such file. */
    private Optional<Pointer> pointer(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] content;
        try {
            content = disk.read(file, LONGEST_POINTER);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(Pointer.read(content).orElseThrow(() -> new DamagedException(file + " is damaged")));
    }
}
