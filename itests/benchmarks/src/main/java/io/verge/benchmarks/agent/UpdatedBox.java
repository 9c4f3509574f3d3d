package io.verge.benchmarks.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The crossing of the demo in a running agent, whose MUST camera is the benchmark's own and whose driver of it is replaced again
 * and again, each time by the shipped one with a higher version.
 */
final class UpdatedBox implements AutoCloseable {
    /** The device whose driver is replaced. */
    static final String DEVICE = "camera-se";

    /** The class of which there is one for each copy of the driver that is in memory. */
    static final String DRIVER_CLASS = "io.verge.driver.camera.must.internal.MustCamera";

    private static final String VERSION = "Bundle-Version";
    private static final int PORT = 62421;
    private static final Pattern PLAYED_CAMERA = Pattern.compile("    must:\n      \\w+: port " + PORT + ",.*\n");

    private final Box box;
    private final Verge agent;
    private final Camera camera;
    private final CoapDoor door;
    private final Path driver;
    private int updates;

    UpdatedBox(Path distribution) throws IOException, InterruptedException {
        box = Box.ofDemo(distribution, UpdatedBox::withoutCamera);
        agent = box.runUntilOk("");
        camera = new Camera(PORT);
        door = box.door();
        driver = box.shipped("drivers", "verge-driver-camera-must");
    }

    /** The simulator leaves the port to {@link Camera}. */
    private static String withoutCamera(String profile) {
        Matcher camera = PLAYED_CAMERA.matcher(profile);
        if (!camera.find()) {
            throw new IllegalStateException("the simulator of the demo plays no camera at port " + PORT + " any more");
        }
        return camera.replaceFirst("");
    }

    Verge agent() {
        return agent;
    }

    Camera camera() {
        return camera;
    }

    long counter(String device, String name) throws IOException {
        return door.counter(device, name);
    }

    /** Files that the agent keeps. */
    int files() throws IOException {
        try (var files = Files.walk(box.folder().resolve("var"))) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }

    /** Replaces the driver, as an operator does; returns when the agent says that the new one is active. */
    void update() throws IOException, InterruptedException {
        updates++;
        Path next = box.folder().resolve("next.jar");
        writeVariant(next);
        box.command("bundle", "update", next.toString());
    }

    /** The last part of the version is so much higher as there were updates; content of equal version must be equal. */
    private void writeVariant(Path to) throws IOException {
        try (JarFile jar = new JarFile(driver.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            String shipped = manifest.getMainAttributes().getValue(VERSION);
            int micro = shipped.lastIndexOf('.') + 1;
            String version = shipped.substring(0, micro) + (Integer.parseInt(shipped.substring(micro)) + updates);
            manifest.getMainAttributes().putValue(VERSION, version);
            try (OutputStream file = Files.newOutputStream(to);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        out.putNextEntry(new JarEntry(entry.getName()));
                        jar.getInputStream(entry).transferTo(out);
                        out.closeEntry();
                    }
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        camera.close();
        door.close();
        agent.close();
        box.close();
    }
}
