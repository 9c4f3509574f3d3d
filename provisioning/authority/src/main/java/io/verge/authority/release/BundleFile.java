package io.verge.authority.release;

import io.verge.api.disk.Sha256;
import io.verge.authority.refusal.RefusedException;
import io.verge.transfer.jar.CanonicalJar;
import io.verge.transfer.jar.JarRefusedException;
import io.verge.transfer.jar.JarRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.regex.Pattern;

/** A bundle in the form in which it is signed, read from a jar of any tool. */
public final class BundleFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,199}");
    private static final Pattern VERSION =
            Pattern.compile("\\d{1,9}(\\.\\d{1,9}(\\.\\d{1,9}(\\.[A-Za-z0-9_-]{1,64})?)?)?");

    private final String name;
    private final String version;
    private final byte[] octets;

    private BundleFile(String name, String version, byte[] octets) {
        this.name = name;
        this.version = version;
        this.octets = octets;
    }

    /**
     * Reads a jar and makes it canonical, in memory.
     *
     * @throws RefusedException when it is no bundle, or something is wrong in it
     */
    public static BundleFile read(Path jar) throws IOException, RefusedException {
        if (!Files.isRegularFile(jar)) {
            throw new NoSuchFileException("there is no bundle " + jar);
        }
        try {
            ByteArrayOutputStream canonical = new ByteArrayOutputStream();
            CanonicalJar.write(jar, canonical, JarRules.STRICT);
            byte[] octets = canonical.toByteArray();
            Attributes headers = CanonicalJar.check(new ByteArrayInputStream(octets), JarRules.STRICT)
                    .getMainAttributes();
            return new BundleFile(
                    header(jar, headers, "Bundle-SymbolicName", NAME),
                    header(jar, headers, "Bundle-Version", VERSION),
                    octets);
        } catch (JarRefusedException e) {
            throw new RefusedException(jar + " is refused, as boxes would: " + e.getMessage(), e);
        }
    }

    private static String header(Path jar, Attributes headers, String name, Pattern pattern) throws RefusedException {
        String value = headers.getValue(name);
        String plain = value == null ? "" : value.split(";", 2)[0].strip();
        if (!pattern.matcher(plain).matches()) {
            throw new RefusedException(jar + " has no " + name + " that can be used: build it as an OSGi bundle");
        }
        return plain;
    }

    /** Symbolic name. */
    public String name() {
        return name;
    }

    /** As in its manifest. */
    public String version() {
        return version;
    }

    /** The canonical jar. Not to be changed. */
    public byte[] octets() {
        return octets;
    }

    /** Of the canonical jar. */
    public Sha256 sha256() {
        return Sha256.of(octets);
    }
}
