package io.andon.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the broker and the other libraries in this JVM log into a file: the terminal is for the person. */
public final class StackLog {

    /** Referred to for as long as the program runs, since the logging system itself would let it go. */
    private static final Logger ROOT = Logger.getLogger("");

    private StackLog() {}

    public static void to(Path file) {
        try {
            LogManager.getLogManager().reset();
            FileHandler handler = new FileHandler(file.toString(), true);
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.ALL);
            ROOT.addHandler(handler);
            ROOT.setLevel(Level.WARNING);
        } catch (IOException e) {
            throw new UncheckedIOException("no log file " + file, e);
        }
    }
}
