package io.verge.cloud.internal.mqtt;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where keys and trust are. Files are read at each connection, so that a renewed certificate is used with the next.
 *
 * @param identity PKCS#12 with the key and certificate of the box; null when the broker wants none
 * @param identityPassword file with the password of both files, one line; null for an empty one
 * @param trust PKCS#12 or PEM with the certificates that are trusted; null for those of the Java runtime
 */
public record TlsSettings(@Nullable Path identity, @Nullable Path identityPassword, @Nullable Path trust) {}
