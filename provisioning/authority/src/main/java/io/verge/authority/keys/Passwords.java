package io.verge.authority.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the password of a key file: in the file that was named, else beside the key ({@code root-1.password} of {@code root-1.p12}, which
 * is for keys of one person each), else in the folder's {@code password}, else by asking whoever sits there.
 */
public final class Passwords {
    private final @Nullable Path named;
    private final Function<String, char[]> prompt;

    /**
     * @param named of all keys; null when nobody named one
     * @param prompt shows a text and gives what is typed; empty when nobody is there
     */
    public Passwords(@Nullable Path named, Function<String, char[]> prompt) {
        this.named = named;
        this.prompt = prompt;
    }

    /**
     * Opens a key file.
     *
     * @throws IOException when it cannot be opened, or its password is found nowhere
     */
    public KeyFile open(Path file) throws IOException {
        return KeyFile.read(file, of(file));
    }

    /**
     * The password of a key file, which need not be there yet.
     *
     * @throws IOException when it is found nowhere
     */
    public char[] of(Path file) throws IOException {
        if (named != null) {
            return Password.read(named);
        }
        String name = String.valueOf(file.getFileName());
        Path own = file.resolveSibling(name.replaceFirst("\\.p12$", "") + ".password");
        if (Files.exists(own)) {
            return Password.read(own);
        }
        Path common = file.resolveSibling("password");
        if (Files.exists(common)) {
            return Password.read(common);
        }
        char[] typed = prompt.apply("Password of " + file + ": ");
        if (typed.length == 0) {
            throw new NoSuchFileException("the password of " + file + " is needed: --password-file FILE");
        }
        return typed;
    }
}
