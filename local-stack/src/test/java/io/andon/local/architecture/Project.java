package io.andon.local.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that this test belongs to. */
final class Project {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final List<String> MODULES = List.of(
            "event-contract",
            "service-kit",
            "local-backends",
            "workorder-service",
            "metrics-service",
            "dashboard-gateway",
            "benchmarks",
            "local-stack");

    private Project() {}

    static JavaClasses mainClasses() {
        return new ClassFileImporter().importPaths(folders("target/classes"));
    }

    static JavaClasses testClasses() {
        return new ClassFileImporter().importPaths(folders("target/test-classes"));
    }

    /** All Java sources below {@code folder} of each module, for instance {@code src/main/java}. */
    static List<Path> javaFiles(String folder) {
        return folders(folder).stream()
                .flatMap(Project::walk)
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> folders(String folder) {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .toList();
    }
}
