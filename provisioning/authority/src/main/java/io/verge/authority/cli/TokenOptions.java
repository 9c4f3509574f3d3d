package io.verge.authority.cli;

import io.verge.authority.keys.Password;
import io.verge.authority.keys.Token;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A token that has the key of the certificate authority. */
final class TokenOptions {
    @Option(
            names = "--pkcs11",
            paramLabel = "CONFIG",
            description = "The key that vouches for boxes is in this token: a configuration of Java's SunPKCS11.")
    private @Nullable Path configuration;

    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            description = "Its first line is the token's PIN; otherwise it is asked for.")
    private @Nullable Path pinFile;

    /** Empty when nobody named one. */
    Optional<Token> open(Tool tool) throws IOException {
        if (configuration == null) {
            return Optional.empty();
        }
        return Optional.of(Token.open(configuration, pin(tool)));
    }

    private char[] pin(Tool tool) throws IOException {
        if (pinFile != null) {
            return Password.read(pinFile);
        }
        char[] typed = tool.prompt().apply("PIN of the token: ");
        if (typed.length == 0) {
            throw new NoSuchFileException("the PIN of the token is needed: --pin-file FILE");
        }
        return typed;
    }
}
