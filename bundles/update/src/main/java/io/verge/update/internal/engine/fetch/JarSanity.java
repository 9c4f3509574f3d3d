package io.verge.update.internal.engine.fetch;

import io.verge.generation.SetBundle;
import io.verge.transfer.jar.CanonicalJar;
import io.verge.transfer.jar.JarRefusedException;
import io.verge.transfer.jar.JarRules;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.release.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** Whether a jar is what its metadata says, and may be installed. */
final class JarSanity {
    private static final String REMEDY = "build the bundle again and sign that";

    private JarSanity() {}

    /** @param in a jar whose hash is right; stays open */
    static void check(SetBundle bundle, InputStream in) throws IOException, Refusal {
        String title = bundle.name() + " " + bundle.version();
        try {
            Attributes manifest = CanonicalJar.check(in, JarRules.STRICT).getMainAttributes();
            String name = name(manifest.getValue("Bundle-SymbolicName"));
            @Nullable String version = manifest.getValue("Bundle-Version");
            if (!name.equals(bundle.name()) || !isVersion(bundle.version(), version)) {
                String found = JarRefusedException.shown(name + " " + version);
                throw new Refusal(
                        new Reason("other-bundle", "what is signed as " + title + " says that it is " + found, REMEDY));
            }
        } catch (JarRefusedException e) {
            throw new Refusal(new Reason("bad-jar", title + ": " + e.getMessage(), REMEDY), e);
        }
    }

    /** Without directives. */
    private static String name(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].trim();
    }

    private static boolean isVersion(String expected, @Nullable String found) {
        try {
            return Version.parseVersion(expected).equals(Version.parseVersion(found));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
