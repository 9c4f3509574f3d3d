package io.verge.update.internal.engine;

import io.verge.api.disk.Disk;
import io.verge.api.disk.Sha256;
import io.verge.api.update.DevicePause;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.generation.SetBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bundles that "run" in memory: what counts is which content each name has. Drivers can be replaced in place, others cannot. */
final class FakeLiveSet implements LiveSet {
    private final Disk disk;
    private final Generations generations;
    private final Map<String, TestBundle> shipped;
    private final Path installation;
    /** What runs: version and content by name. */
    private final Map<String, SetBundle> running = new TreeMap<>();

    /** Titles of bundles that do not start. */
    Set<String> broken = new HashSet<>();
    /** Names that were changed by hand, which stays over every release. */
    Set<String> byHand = new HashSet<>();
    /** What the future misses; empty when it resolves. */
    String unresolved = "";
    /** Why it cannot be restarted. */
    String noRestart = "";
    /** Why a restart was asked for; empty when none was. */
    String restarting = "";
    /** Devices that have not been heard since their driver was replaced. */
    Set<String> silent = new HashSet<>();
    /** Names of bundles that were touched, in order. */
    final List<String> touched = new ArrayList<>();

    private int generation;
    private String passedOver = "";

    FakeLiveSet(Disk disk, Path state, Path installation, Map<String, TestBundle> shipped) {
        this.disk = disk;
        this.generations = new Generations(disk, state);
        this.installation = installation;
        this.shipped = shipped;
    }

    /** The process starts with this. */
    void start(Generation started, String why) {
        generation = started.number();
        passedOver = why;
        restarting = "";
        running.clear();
        running.putAll(wanted(started));
    }

    private Map<String, SetBundle> wanted(Generation wanted) {
        Map<String, SetBundle> set = new TreeMap<>();
        shipped.values().forEach(one -> set.put(one.name(), bundle(one)));
        wanted.bundles().forEach(one -> set.put(one.name(), one));
        byHand.forEach(name -> {
            SetBundle here = running.get(name);
            if (here != null) {
                set.put(name, here);
            }
        });
        return set;
    }

    private static SetBundle bundle(TestBundle one) {
        return new SetBundle(one.name(), one.version(), one.sha256(), one.jar().length, one.level());
    }

    /** Somebody has installed this by hand. */
    void install(TestBundle bundle) {
        byHand.add(bundle.name());
        running.put(bundle.name(), bundle(bundle));
    }

    /** Versions by name. */
    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        running.forEach((name, bundle) -> versions.put(name, bundle.version()));
        return versions;
    }

    /** Whether what runs is exactly this set. */
    boolean isExactly(Generation one) {
        return running.equals(wanted(one));
    }

    boolean runs(String title) {
        return running.values().stream().anyMatch(one -> title.equals(one.name() + " " + one.version()));
    }

    @Override
    public int generation() {
        return generation;
    }

    @Override
    public String passedOver() {
        return passedOver;
    }

    @Override
    public List<LiveBundle> bundles() {
        return running.values().stream().map(this::live).toList();
    }

    private LiveBundle live(SetBundle one) {
        TestBundle ours = shipped.get(one.name());
        boolean isShipped = ours != null && ours.sha256().equals(one.sha256());
        Path file = isShipped
                ? installation.resolve(one.name() + ".jar")
                : generations.store().jar(one.sha256());
        return new LiveBundle(
                one.name(), one.version(), one.sha256(), file, isReplaceable(one.name()), byHand.contains(one.name()));
    }

    private static boolean isReplaceable(String name) {
        return name.startsWith("io.verge.driver.");
    }

    @Override
    public Optional<String> shippedVersion(String name) {
        return Optional.ofNullable(shipped.get(name)).map(TestBundle::version);
    }

    @Override
    public boolean mayBeAdded(String name, String level) {
        return isReplaceable(name);
    }

    @Override
    public List<DevicePause> pauses(Collection<String> bundles) {
        return bundles.stream()
                .filter(FakeLiveSet::isReplaceable)
                .map(name -> new DevicePause("device of " + name, name, Duration.ofMillis(300)))
                .toList();
    }

    @Override
    public @Nullable Duration restartTime() {
        return Duration.ofSeconds(4);
    }

    @Override
    public Optional<String> noRestart() {
        return noRestart.isEmpty() ? Optional.empty() : Optional.of(noRestart);
    }

    @Override
    public void mustResolve(Generation future) throws UnresolvedException {
        if (!unresolved.isEmpty()) {
            throw new UnresolvedException(unresolved);
        }
    }

    @Override
    public boolean canBecome(Generation wanted) {
        Map<String, SetBundle> set = wanted(wanted);
        Set<String> names = new HashSet<>(set.keySet());
        names.addAll(running.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(set.get(name), running.get(name)))
                .allMatch(FakeLiveSet::isReplaceable);
    }

    @Override
    public void become(Generation wanted) throws SwitchException {
        Map<String, SetBundle> set = wanted(wanted);
        List<String> failures = new ArrayList<>();
        running.keySet().retainAll(set.keySet());
        set.forEach((name, bundle) -> {
            if (!bundle.equals(running.get(name))) {
                touched.add(name);
                if (broken.contains(name + " " + bundle.version())) {
                    failures.add(name + " does not start");
                } else if (!isThere(bundle)) {
                    failures.add(name + " cannot be read");
                } else {
                    running.put(name, bundle);
                }
            }
        });
        if (!failures.isEmpty()) {
            throw new SwitchException(String.join(", ", failures));
        }
        generation = wanted.number();
    }

    private boolean isThere(SetBundle bundle) {
        TestBundle ours = shipped.get(bundle.name());
        if (ours != null && ours.sha256().equals(bundle.sha256())) {
            return true;
        }
        try (InputStream in = disk.open(generations.store().jar(bundle.sha256()))) {
            return Sha256.of(in).hex().equals(bundle.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Set<String> silent() {
        return silent;
    }

    @Override
    public void restart(String why) {
        restarting = why;
    }
}
