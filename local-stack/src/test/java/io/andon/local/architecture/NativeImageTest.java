package io.andon.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a native executable would only miss when it runs. */
class NativeImageTest {

    private static final Path METADATA = Project.ROOT.resolve(
            "service-kit/src/main/resources/META-INF/native-image/io.andon/service-kit/reachability-metadata.json");
    private static final Pattern BOUND_ARRAY = Pattern.compile("bindArray\\(\\s*\"[^\"]*\",\\s*(\\w+)\\.class");
    private static final Pattern REGISTERED = Pattern.compile("\"[\\w.]+\\.(\\w+)\\[]\"");

    @Test
    void knowsTheArraysThatStatementsBind() {
        Set<String> bound = Project.javaFiles("src/main/java").stream()
                .flatMap(file -> BOUND_ARRAY.matcher(Project.read(file)).results())
                .map((MatchResult binding) -> binding.group(1))
                .collect(Collectors.toSet());

        assertThat(bound)
                .isNotEmpty()
                .isSubsetOf(REGISTERED
                        .matcher(Project.read(METADATA))
                        .results()
                        .map((MatchResult type) -> type.group(1))
                        .collect(Collectors.toSet()));
    }
}
