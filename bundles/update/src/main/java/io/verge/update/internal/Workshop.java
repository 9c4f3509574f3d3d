package io.verge.update.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * What all have in common who change the bundles of this framework: who is at it, what each bundle is made of, and of which generation
 * they are. There for as long as this bundle runs, since only it knows what was replaced in place. Any thread.
 */
@Component(service = Workshop.class, immediate = true)
public final class Workshop {
    private final BundleContext context;
    private final LocalStore store;
    private final Inventory inventory;
    /** One change at a time. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile int generation;

    @Activate
    public Workshop(BundleContext context) {
        this(
                context,
                new LocalStore(
                        Path.of(context.getProperty("verge.bundles")),
                        Path.of(context.getProperty("verge.framework.plan"))));
    }

    Workshop(BundleContext context, LocalStore store) {
        @Nullable String number = context.getProperty("verge.generation");
        this.context = context;
        this.store = store;
        inventory = new Inventory(context, store);
        generation = number == null ? 0 : Integer.parseInt(number);
    }

    /** Of this bundle. */
    public BundleContext context() {
        return context;
    }

    /** What was changed on this box by hand. */
    public LocalStore store() {
        return store;
    }

    /** The bundles, and what each is made of. */
    public Inventory inventory() {
        return inventory;
    }

    /** To be held by whoever changes a bundle. */
    public ReentrantLock turn() {
        return turn;
    }

    /**
     * To be called, when it is one's turn, before all devices get the driver in this jar: were that version beside as well, the framework
     * would refuse a second one of it. The devices that are pinned to it have it again as soon as all have it.
     *
     * @param name symbolic name of the bundle in it
     */
    public void makeWay(String name, Path jar) throws BundleException, IOException {
        new Besides(context, store, inventory, new Trial(context)).makeWay(name, jar);
    }

    /** The number of the generation that the bundles are those of: the launcher's, or what they have been made since. */
    public int generation() {
        return generation;
    }

    /** The bundles have been made those of another generation. */
    public void generation(int number) {
        generation = number;
    }
}
