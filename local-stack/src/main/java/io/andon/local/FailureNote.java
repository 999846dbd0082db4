package io.andon.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells the build that started this program why it failed, so that the build need not guess from an exit code. */
final class FailureNote {

    private FailureNote() {}

    /** Writes the file that {@code -Dandon.failure-note} names, if it does. */
    static void leave(String reason) {
        String file = System.getProperty("andon.failure-note", "");
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.writeString(Path.of(file), reason);
        } catch (IOException e) {
            System.err.println("No note could be left in " + file + ": " + e.getMessage());
        }
    }
}
