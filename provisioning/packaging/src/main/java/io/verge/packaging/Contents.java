package io.verge.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The files of a package, and what its control file says of them. */
final class Contents {
    private static final String OPT = "./opt/verge";
    /** What the Java that is brought along is linked with, at the releases of Debian 11 and newer. */
    private static final String LIBRARIES = "libc6 (>= 2.34), libgcc-s1, libstdc++6, zlib1g";

    private static final String JAVA = "openjdk-17-jre-headless | java17-runtime-headless";
    private static final String TOOLS = "bash, passwd, init-system-helpers";
    private static final int KIBI = 1024;

    private final Installation installation;
    private final Path sources;
    private final FileTime time;

    Contents(Installation installation, Path sources, FileTime time) {
        this.installation = installation;
        this.sources = sources;
        this.time = time;
    }

    void write(Tar tar) throws IOException {
        for (String folder : new String[] {".", "./etc", "./etc/default", "./opt"}) {
            tar.folder(folder, time);
        }
        tar.file("./etc/default/verge", Files.readAllBytes(sources.resolve("verge.default")), false, time);
        tar.tree(installation.folder(), OPT, Contents::isShipped);
        for (String folder : new String[] {"./usr", "./usr/bin", "./usr/lib", "./usr/lib/systemd"}) {
            tar.folder(folder, time);
        }
        tar.link("./usr/bin/verge", "/opt/verge/verge", time);
        tar.folder("./usr/lib/systemd/system", time);
        byte[] unit = Files.readAllBytes(sources.resolve("verge.service"));
        tar.file("./usr/lib/systemd/system/verge.service", unit, false, time);
    }

    private static boolean isShipped(Path file) {
        return !file.toString().endsWith(".jsa");
    }

    /** Fills in what the control file leaves open. */
    String fill(String control, String version) throws IOException {
        return control.replace("@version@", version)
                .replace("@architecture@", installation.architecture().debian())
                .replace("@installedSize@", Long.toString(kibibytes()))
                .replace("@depends@", (installation.hasJava() ? LIBRARIES : JAVA) + ", " + TOOLS);
    }

    private long kibibytes() throws IOException {
        long octets = 0;
        for (Path file : Folders.walk(installation.folder())) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isShipped(file)) {
                octets += Files.size(file);
            }
        }
        return (octets + KIBI - 1) / KIBI;
    }

    /** By which {@code dpkg --verify} sees what has changed on a box; no conffiles. */
    String sums() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path file : Folders.walk(installation.folder())) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isShipped(file)) {
                String name = "opt/verge/" + installation.folder().relativize(file);
                sums.append(md5(file)).append("  ").append(name).append('\n');
            }
        }
        return sums.append(md5(sources.resolve("verge.service")))
                .append("  usr/lib/systemd/system/verge.service\n")
                .toString();
    }

    private static String md5(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
