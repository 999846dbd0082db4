package io.andon.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.andon.events.Topics;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs every command of docs/operations.md, on this stack, and looks at what it did. */
@ExtendWith(SharedStack.class)
class OperationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BLOCKS = 12;

    private final RunningStack stack;
    private final Workshop workshop;
    private final Tenant tenant;
    private final Handbook handbook;
    private final Shell shell;

    OperationsIT(RunningStack stack) throws IOException {
        this.stack = stack;
        this.workshop = stack.newTenant().workshop();
        this.tenant = workshop.tenant();
        this.handbook = Handbook.read("docs/operations.md", this::onThisStack);
        this.shell = new Shell();
    }

    private String onThisStack(String text) {
        return text.replace("KAFKA=localhost:9092", "KAFKA=" + stack.bootstrapServers())
                .replace("TENANT=alder-street", "TENANT=" + tenant.id())
                .replace("localhost:5433", "localhost:" + stack.ports().postgres())
                // The time for a new process to join and to get its first record, too.
                .replace("--timeout-ms 5000", "--timeout-ms 20000");
    }

    @BeforeEach
    void bakeSomething() {
        assumeThat(Shell.isOnPath("bash")).as("bash runs the commands").isTrue();
        assertThat(handbook.countOfBlocks())
                .as("blocks that the tests below run")
                .isEqualTo(BLOCKS);
        workshop.bake(10).expect(201);
        workshop.bake(2).expect(201);
    }

    @Test
    void showsChosenEventsAgainAndChangesNoFigure() throws Exception {
        awaitUsage("6");
        String printed = run("### Look at events", 0);
        assertThat(printed).contains("ce_type:production:changed", "{\"workOrderId\":\"" + workshop.order() + "\"");

        try (EventStream dashboard = tenant.subscribe()) {
            run("### Show chosen events again", 0);

            List<Frame> again = dashboard.awaitAll(
                    "production:changed", 2, frame -> frame.event().equals("production:changed"));
            assertThat(again)
                    .extracting(
                            frame -> frame.content().path("quantityCompleted").asInt())
                    .containsExactly(10, 12);
        }
        assertThat(workshop.quantityCompleted()).isEqualTo(12);
        awaitUsage("6");
    }

    @Test
    void showsATimeAgainAndChangesNoFigure() throws Exception {
        awaitUsage("6");
        try (EventStream dashboard = tenant.subscribe()) {
            run("### Show a time again", 0);

            List<Frame> again = dashboard.awaitAll(
                    "production:changed, shown again",
                    2,
                    frame -> frame.event().equals("production:changed")
                            && frame.data().contains("\"replayed\":true"));
            assertThat(again)
                    .extracting(Frame::id)
                    .as("events without an id leave the last one where it was")
                    .containsOnly(again.get(0).id());
            assertThat(again)
                    .extracting(
                            frame -> frame.content().path("quantityCompleted").asInt())
                    .containsExactly(10, 12);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(run("### Show a time again", 1))
                .contains(Topics.WORKORDER_EVENTS)
                .doesNotContainPattern("andon-replay +\\S+ +\\d+ +\\S+ +\\d+ +[1-9]"));
        assertThat(run("### Show a time again", 2)).contains("NEW-OFFSET");
        awaitUsage("6");
    }

    @Test
    void looksAtEventsWithKcat() throws Exception {
        assumeThat(Shell.isOnPath("kcat")).as("kcat is here").isTrue();

        assertThat(run("### Look at events", 1)).contains("ce_tenantid=" + tenant.id());
        assertThat(run("### Look at events", 2)).contains("ce_tenantid=" + tenant.id(), "\"quantityCompleted\":12");
    }

    @Test
    void rebuildsMetricsServiceToTheSameFigures() throws Exception {
        awaitUsage("6");

        stack.stop(RunningStack.METRICS);
        run("### Rebuild metrics-service", 0);
        stack.restart(RunningStack.METRICS);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(run("### Rebuild metrics-service", 1))
                .contains(Topics.INVENTORY_MOVEMENTS)
                .doesNotContainPattern("metrics-service +inventory\\S+ +\\d+ +\\S+ +\\d+ +[1-9]"));
        awaitUsage("6");
    }

    @Test
    void bringsADeadLetterBack() throws Exception {
        awaitUsage("6");
        KafkaTool kafka = new KafkaTool(stack.bootstrapServers());
        kafka.send(List.of(misaddressed(movementThatNobodyHasSeen(kafka))));
        await().atMost(PATIENCE).until(() -> kafka.readAll(Topics.INVENTORY_MOVEMENTS + ".metrics-service.dlt").stream()
                .anyMatch(letter -> isOf(tenant, letter)));
        awaitUsage("6");

        assertThat(run("### Bring a dead letter back", 0)).contains("dead-letter-reason:");
        run("### Bring a dead letter back", 1);

        awaitUsage("7");
    }

    private String run(String heading, int block) throws IOException, InterruptedException {
        String settings = handbook.blocks("## Replay with Kafka's own tools").get(0);
        return shell.run(settings + handbook.blocks(heading).get(block));
    }

    /** A copy of the batch of two, as another movement with an id of its own. */
    private ProducerRecord<byte[], byte[]> movementThatNobodyHasSeen(KafkaTool kafka) {
        ConsumerRecord<byte[], byte[]> known = kafka.readAll(Topics.INVENTORY_MOVEMENTS).stream()
                .filter(movement ->
                        isOf(tenant, movement) && text(movement.value()).contains("WO_ISSUE"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        String id = text(known.headers().lastHeader("ce_id").value());
        String value =
                text(known.value()).replaceFirst("\"movementId\":\"[^\"]+\"", "\"movementId\":\"" + other(id) + "\"");
        ProducerRecord<byte[], byte[]> copy =
                new ProducerRecord<>(known.topic(), null, known.key(), bytes(value), known.headers());
        copy.headers().remove("ce_id").add("ce_id", bytes(other(id)));
        return copy;
    }

    private static ProducerRecord<byte[], byte[]> misaddressed(ProducerRecord<byte[], byte[]> movement) {
        movement.headers().remove("ce_tenantid").add("ce_tenantid", bytes("somebody-else"));
        return movement;
    }

    private static String other(String id) {
        return "0" + (id.charAt(1) == '1' ? '2' : '1') + id.substring(2);
    }

    private static boolean isOf(Tenant tenant, ConsumerRecord<byte[], byte[]> record) {
        return record.key() != null && text(record.key()).equals(tenant.id());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Triggers runs until one says that goods of so much value were used. */
    private void awaitUsage(String value) {
        Api planner = tenant.as("planner");
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(usage(planner))
                .isEqualByComparingTo(value));
    }

    private static BigDecimal usage(Api planner) {
        String run = planner.post("/metrics/job/trigger", "{}").expect(202).text("runId");
        await().atMost(PATIENCE).until(() -> "published"
                .equals(planner.get("/metrics/runs/" + run).expect(200).text("status")));
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row :
                planner.get("/metrics/abc-classification?runId=" + run).json().path("data")) {
            sum = sum.add(row.path("totalValue").decimalValue());
        }
        return sum;
    }
}
