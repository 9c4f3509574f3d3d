package io.verge.itests.framework;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The driver that is installed, as jars of other versions. */
final class DriverVersions {
    private DriverVersions() {}

    static Bundle installed(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            if (Receivers.DRIVER.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new AssertionError("the driver is not installed");
    }

    /** The content of the bundle under another version. */
    static ByteBuffer of(Bundle driver, String version) throws IOException {
        return of(driver, version, "");
    }

    /** With a mark that makes its content another than that of any without, or with another mark. */
    static ByteBuffer of(Bundle driver, String version, String mark) throws IOException {
        Manifest manifest;
        try (InputStream in = driver.getEntry(JarFile.MANIFEST_NAME).openStream()) {
            manifest = new Manifest(in);
        }
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        manifest.getMainAttributes().putValue("Bundle-Comment", mark);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(octets, manifest)) {
            for (URL entry : Collections.list(driver.findEntries("/", "*", true))) {
                String name = entry.getPath().substring(1);
                if (!name.endsWith("/") && !name.equals(JarFile.MANIFEST_NAME)) {
                    jar.putNextEntry(new JarEntry(name));
                    try (InputStream in = entry.openStream()) {
                        in.transferTo(jar);
                    }
                    jar.closeEntry();
                }
            }
        }
        return ByteBuffer.wrap(octets.toByteArray());
    }
}
