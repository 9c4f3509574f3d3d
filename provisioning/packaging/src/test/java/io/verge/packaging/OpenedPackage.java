package io.verge.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What is in a package, read with nothing of what has written it. */
final class OpenedPackage {
    private final List<String> members = new ArrayList<>();
    private final Map<String, TarArchiveEntry> files = new LinkedHashMap<>();
    private final Map<String, TarArchiveEntry> controls = new LinkedHashMap<>();
    private final Map<String, String> controlTexts = new LinkedHashMap<>();

    static OpenedPackage of(byte[] deb) throws IOException {
        OpenedPackage opened = new OpenedPackage();
        try (ArArchiveInputStream in = new ArArchiveInputStream(new ByteArrayInputStream(deb))) {
            for (ArArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                opened.members.add(entry.getName());
                opened.read(entry.getName(), in.readAllBytes());
            }
        }
        return opened;
    }

    private void read(String member, byte[] content) throws IOException {
        if (!member.endsWith(".tar.gz")) {
            return;
        }
        boolean control = member.startsWith("control");
        try (TarArchiveInputStream in =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(content)))) {
            for (TarArchiveEntry head = in.getNextEntry(); head != null; head = in.getNextEntry()) {
                String name = head.getName().replaceFirst("^\\./", "");
                (control ? controls : files).put(name, head);
                if (control) {
                    controlTexts.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    List<String> members() {
        return members;
    }

    Collection<String> names() {
        return files.keySet();
    }

    Collection<TarArchiveEntry> entries() {
        return files.values();
    }

    TarArchiveEntry file(String name) {
        return there(name, files);
    }

    TarArchiveEntry control(String name) {
        return there(name, controls);
    }

    String controlText(String name) {
        return there(name, controlTexts);
    }

    private static <T> T there(String name, Map<String, T> all) {
        T found = all.get(name);
        if (found == null) {
            throw new AssertionError(name + " is not among " + all.keySet());
        }
        return found;
    }
}
