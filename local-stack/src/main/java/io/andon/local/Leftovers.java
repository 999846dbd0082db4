package io.andon.local;

import io.andon.backends.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a stack that was killed left running: its services and its PostgreSQL. The broker and the issuer died with it. */
final class Leftovers {

    private Leftovers() {}

    static void end(StackState state) throws IOException {
        if (Files.exists(state.processFiles())) {
            try (Stream<Path> files = Files.list(state.processFiles())) {
                List<ProcessFile> services = files.map(ProcessFile::new).toList();
                for (ProcessFile service : services) {
                    service.endProcess();
                }
            }
        }
        Database.endLeftover(state.data(Backends.POSTGRES));
    }
}
