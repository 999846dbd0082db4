package io.andon.backends;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The RSA key that tokens are signed with. */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    /** Reads the key from {@code file}, or makes a new one and keeps it there. */
    static RsaJsonWebKey loadOrCreate(Optional<Path> file) throws IOException {
        try {
            if (file.isPresent() && Files.exists(file.get())) {
                return (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file.get()));
            }
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            key.setAlgorithm("RS256");
            if (file.isPresent()) {
                save(key, file.get());
            }
            return key;
        } catch (JoseException e) {
            throw new IOException("the issuer's signing key cannot be used: " + file, e);
        }
    }

    private static void save(RsaJsonWebKey key, Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Path unfinished = posix
                ? Files.createTempFile(
                        directory,
                        "key",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(directory, "key", ".tmp");
        Files.writeString(unfinished, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
