package io.andon.workorder;

import static io.andon.workorder.Factory.batch;
import static io.andon.workorder.Factory.consume;
import static io.andon.workorder.Factory.produce;
import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Broker;
import io.andon.backends.Database;
import io.andon.backends.Issuer;
import io.andon.events.Topics;
import io.andon.workorder.TenantEvents.Published;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ConcurrencyIT {

    private static final Logger LOG = Logger.getLogger(ConcurrencyIT.class);
    private static final int CLIENTS = 16;
    private static final int POSTINGS_EACH = 20;

    Issuer issuer;
    Broker broker;
    Database database;

    private Factory factory;
    private List<String> materials;
    private List<String> orders;
    private String bread;
    private String store;
    private String line;

    @Test
    void keepsLedgerBalancesAndTopicEqualWhateverComesAtOnce() throws Exception {
        // Given
        long seed = new Random().nextLong();
        LOG.infof("seed %d", seed);
        factory = Factory.open(issuer);
        bread = factory.item("finished");
        store = factory.location();
        line = factory.location();
        materials = IntStream.range(0, 4).mapToObj(i -> factory.item("raw")).toList();
        materials.forEach(material -> factory.stock(material, store, 400));
        orders = IntStream.range(0, 3)
                .mapToObj(i -> factory.releasedOrder(bread, 100_000))
                .toList();

        // When
        List<Answer> answers = allAtOnce(seed);

        // Then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isIn(201, 409);
            if (answer.status() == 409) {
                assertThat(answer.at("/code")).isEqualTo("INSUFFICIENT_STOCK");
            }
        });
        assertThat(answers).extracting(Answer::status).contains(201, 409);
        assertThat(count("select count(*) from stock_balance where tenant_id = ? and quantity < 0"))
                .isZero();
        assertThat(
                        count(
                                """
                        select count(*) from stock_balance b
                        where tenant_id = ? and quantity <> (
                            select coalesce(sum(qty_delta), 0) from stock_movement_line l
                            where (l.tenant_id, l.item_id, l.location_id, l.lot_code)
                                = (b.tenant_id, b.item_id, b.location_id, b.lot_code))
                        """))
                .isZero();
        assertThatTopicsTellTheSame();
    }

    private void assertThatTopicsTellTheSame() throws SQLException {
        String last = factory.move("RECEIPT", factory.line(bread, store, 1))
                .expect(201)
                .at("/movementId");
        try (TenantEvents movements = TenantEvents.of(broker, factory, Topics.INVENTORY_MOVEMENTS);
                TenantEvents events = TenantEvents.of(broker, factory, Topics.WORKORDER_EVENTS)) {
            List<Published> posted = movements.until("inventory.movement.posted", last);
            assertThat(posted)
                    .extracting(one -> one.data().path("movementId").asText())
                    .doesNotHaveDuplicates();
            assertThat(posted).hasSize(count("select count(*) from stock_movement where tenant_id = ?"));

            Map<String, List<BigDecimal>> outputs = events.until("inventory.changed", last).stream()
                    .filter(one -> one.event().type().equals("production:changed"))
                    .collect(Collectors.groupingBy(
                            one -> one.data().path("workOrderId").asText(),
                            Collectors.mapping(
                                    one -> one.data().path("quantityCompleted").decimalValue(), Collectors.toList())));
            assertThat(outputs.keySet()).containsExactlyInAnyOrderElementsOf(orders);
            outputs.forEach((order, quantities) -> {
                assertThat(quantities)
                        .as("an order's output, in the order of the commits")
                        .isSorted();
                assertThat(quantities).doesNotHaveDuplicates();
                assertThat(factory.get("/work-orders/" + order).number("/quantityCompleted"))
                        .isEqualByComparingTo(quantities.get(quantities.size() - 1));
            });
        }
    }

    private List<Answer> allAtOnce(long seed) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<List<Answer>>> work = IntStream.range(0, CLIENTS)
                    .<Callable<List<Answer>>>mapToObj(client -> () -> postings(new Random(seed + client)))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<List<Answer>> done : clients.invokeAll(work)) {
                answers.addAll(done.get());
            }
            return answers;
        } finally {
            clients.shutdown();
        }
    }

    private List<Answer> postings(Random random) {
        return IntStream.range(0, POSTINGS_EACH).mapToObj(i -> posting(random)).toList();
    }

    /** In whatever order of items, which is what makes careless locking deadlock. */
    private Answer posting(Random random) {
        String one = materials.get(random.nextInt(materials.size()));
        String other = materials.get(random.nextInt(materials.size()));
        int quantity = 1 + random.nextInt(5);
        if (random.nextInt(4) == 0) {
            return factory.move(
                    "TRANSFER",
                    List.of(
                            factory.line(one, store, -quantity),
                            factory.line(one, line, quantity),
                            factory.line(other, line, quantity),
                            factory.line(other, store, -quantity)));
        }
        return factory.record(
                orders.get(random.nextInt(orders.size())),
                batch(
                        List.of(
                                consume(one, random.nextInt(3) == 0 ? line : store, quantity),
                                consume(other, store, 1 + random.nextInt(5))),
                        List.of(produce(bread, store, quantity))));
    }

    private int count(String sql) throws SQLException {
        try (Connection superuser = database.connectAsSuperuser("workorder");
                PreparedStatement statement = superuser.prepareStatement(sql)) {
            statement.setString(1, factory.tenant());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
