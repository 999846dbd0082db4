package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the commands of docs/integrating.md as they stand there, with this stack's addresses. */
@ExtendWith(SharedStack.class)
class IntegratingIT {

    private static final String TENANT = "copper-creek";
    private static final String HEADING = "## With curl";

    private final RunningStack stack;
    private final Shell shell;

    IntegratingIT(RunningStack stack) throws IOException {
        this.stack = stack;
        this.shell = new Shell();
    }

    private String onThisStack(String text) {
        return text.replace("http://localhost:8080", stack.gateway().toString())
                .replace("http://localhost:8083/andon", stack.issuer().toString())
                // The README's test has a workshop at the other one.
                .replace("viewer@alder-street", "viewer@" + TENANT)
                .replace("--max-time 3 ", "--max-time 10 ");
    }

    @Test
    void goesOnAfterTheIdThatAStreamGave() throws Exception {
        assumeThat(Shell.isOnPath("curl") && Shell.isOnPath("bash"))
                .as("curl and bash are here to run the commands")
                .isTrue();
        Handbook handbook = Handbook.read("docs/integrating.md", this::onThisStack);
        assertThat(handbook.countOfBlocks()).as("blocks that this test runs").isEqualTo(4);
        List<String> blocks = handbook.blocks(HEADING);
        Workshop workshop = stack.tenant(TENANT).workshop();

        shell.run(blocks.get(0) + blocks.get(1) + "echo $ID > id.txt");
        workshop.bake(3).expect(201);
        String known = blocks.get(0) + "ID=$(cat id.txt)\n";
        String streamed = shell.run(known + blocks.get(2));
        String polled = shell.run(known + blocks.get(3));

        assertThat(streamed)
                .contains("\"outcome\":\"resumed\"", "event: production:changed", workshop.order())
                .doesNotContain("system.resync");
        assertThat(polled).contains("\"production:changed\"", "\"lastEventId\":", "\"resync\":false");
    }
}
