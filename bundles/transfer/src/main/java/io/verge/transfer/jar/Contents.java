package io.verge.transfer.jar;

import static io.verge.transfer.jar.JarRefusedException.shown;

import io.verge.transfer.BlockInput;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The entries of one jar, as they are read: counts them and judges names, sizes and native code. One thread. */
final class Contents {
    /** What was read of an entry. */
    record Entry(long crc, long size) {}

    private static final Pattern META = Pattern.compile("META-INF/[^/]*", Pattern.CASE_INSENSITIVE);
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** A jar in a jar in a jar is nobody's need. */
    private static final int DEEPEST = 1;

    private final JarRules rules;
    private final Set<String> names = new HashSet<>();
    private long unpacked;
    private @Nullable Manifest manifest;

    Contents(JarRules rules) {
        this.rules = rules;
    }

    /** Of the jar itself, once its entry was read. */
    @Nullable
    Manifest manifest() {
        return manifest;
    }

    /** Judges a name, which no other entry may have. */
    void enter(String name) throws JarRefusedException {
        if (!names.add(name)) {
            throw new JarRefusedException("it has two entries named " + shown(name));
        }
        if (names.size() > rules.entries()) {
            throw new JarRefusedException("it has more than " + rules.entries() + " entries");
        }
        if (!EntryName.isSound(name)) {
            throw new JarRefusedException("the name of an entry leads elsewhere: " + shown(name));
        }
        // Java takes it in any case: two readers would see two manifests.
        if (name.toUpperCase(Locale.ROOT).equals(JarFile.MANIFEST_NAME) && !name.equals(JarFile.MANIFEST_NAME)) {
            throw new JarRefusedException("the name of its manifest is not " + JarFile.MANIFEST_NAME);
        }
    }

    /** Reads all of an entry whose name was judged. */
    Entry read(String name, InputStream in) throws IOException, JarRefusedException {
        return read(name, in, 0);
    }

    private Entry read(String name, InputStream in, int depth) throws IOException, JarRefusedException {
        Metered metered = new Metered(name, in);
        BufferedInputStream content = new BufferedInputStream(metered);
        try {
            look(name, content, depth);
            long unused = content.transferTo(OutputStream.nullOutputStream());
        } catch (TooMuch e) {
            throw new JarRefusedException("it unpacks to too much, at " + shown(e.getMessage()) + ": at most "
                    + (rules.unpacked() >> 20) + " MiB in all, and " + (rules.meta() >> 20)
                    + " MiB for its manifest");
        }
        return new Entry(metered.crc.getValue(), metered.size);
    }

    private void look(String name, BufferedInputStream content, int depth) throws IOException, JarRefusedException {
        if (name.equals(JarFile.MANIFEST_NAME)) {
            Manifest found = manifest(content);
            if (!rules.nativeCode() && found.getMainAttributes().getValue("Bundle-NativeCode") != null) {
                throw new JarRefusedException("it declares native code (Bundle-NativeCode)");
            }
            manifest = depth == 0 ? found : manifest;
        } else if (!rules.nativeCode() && begins(content, ELF)) {
            throw new JarRefusedException("it holds native code: " + shown(name));
        } else if (begins(content, ZIP)) {
            lookInto(name, content, depth);
        }
    }

    private void lookInto(String name, InputStream content, int depth) throws IOException, JarRefusedException {
        if (depth == DEEPEST) {
            throw new JarRefusedException("it has a jar in a jar in it: " + shown(name));
        }
        // Not closed: the rest of the entry is read after it.
        ZipInputStream within = new ZipInputStream(content);
        int count = 0;
        for (ZipEntry entry = within.getNextEntry(); entry != null; entry = within.getNextEntry()) {
            if (++count > rules.entries()) {
                throw new JarRefusedException("there are more than " + rules.entries() + " entries in " + shown(name));
            }
            Entry unused = read(entry.getName(), within, depth + 1);
        }
    }

    private static Manifest manifest(InputStream content) throws IOException, JarRefusedException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        content.transferTo(octets);
        try {
            return new Manifest(new ByteArrayInputStream(octets.toByteArray()));
        } catch (IOException e) {
            throw new JarRefusedException("its manifest is none: " + shown(e.getMessage()), e);
        }
    }

    private static boolean begins(BufferedInputStream content, byte[] magic) throws IOException {
        content.mark(magic.length);
        byte[] start = content.readNBytes(magic.length);
        content.reset();
        return Arrays.equals(start, magic);
    }

    /** Thrown within a stream; told apart from what the medium throws. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;

        TooMuch(String entry) {
            super(entry);
        }
    }

    /** An entry that is not read further than it may be long. */
    private final class Metered extends BlockInput {
        private final CRC32 crc = new CRC32();
        private final String name;
        private final long most;
        private long size;

        Metered(String name, InputStream in) {
            super(in);
            this.name = name;
            most = META.matcher(name).matches() ? rules.meta() : rules.unpacked();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                size += n;
                unpacked += n;
                crc.update(buffer, offset, n);
            }
            if (size > most || unpacked > rules.unpacked()) {
                throw new TooMuch(name);
            }
            return n;
        }
    }
}
