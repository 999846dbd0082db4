package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A document whose shell blocks are commands that somebody may paste. */
final class Handbook {

    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    private final String text;

    private Handbook(String text) {
        this.text = text;
    }

    /** @param adapted puts the addresses of the stack at hand in the place of the default ones */
    static Handbook read(String name, UnaryOperator<String> adapted) throws IOException {
        return new Handbook(adapted.apply(Files.readString(Path.of("..", name))));
    }

    /** The shell blocks between a heading and the next one, in their order. */
    List<String> blocks(String heading) {
        int start = text.indexOf(heading + "\n");
        assertThat(start).as("heading %s", heading).isNotNegative();
        int end = text.indexOf("\n#", start + heading.length());
        return SHELL_BLOCK
                .matcher(text.substring(start, end < 0 ? text.length() : end))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    int countOfBlocks() {
        return (int) SHELL_BLOCK.matcher(text).results().count();
    }
}
