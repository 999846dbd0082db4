package io.andon.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.metrics.Backends;
import io.andon.metrics.MetricsScenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All four metrics, from records on the topics to answers of the API, against what their definitions say of the same
 * movements. {@code -Dandon.oracle.seeds=200} tells more stories than the few of every build.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OracleIT extends MetricsScenario {

    private static final int SEEDS = Integer.getInteger("andon.oracle.seeds", 5);

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheDefinitions(long seed) {
        Story story = new Story(seed);
        List<ProducerRecord<byte[], byte[]>> records = new Telling(story, tenant).records();
        int known = new Random(seed).nextInt(records.size());
        records.subList(0, known).forEach(topics::sendSoon);
        // What this run keeps, the rest of the records changes.
        tenant.run(story.parameters.ofAnotherWindow().body());
        records.subList(known, records.size()).forEach(topics::sendSoon);

        tenant.run(story.parameters.earlier().body());
        tenant.run(story.parameters.body());

        assertThat(rows("abc-classification", ExpectedAbc.FIELDS)).isEqualTo(ExpectedAbc.rows(story));
        assertThat(rows("slow-dead-stock", ExpectedSlowDead.FIELDS)).isEqualTo(ExpectedSlowDead.rows(story));
        assertThat(rows("turns-doi", ExpectedTurns.FIELDS)).isEqualTo(ExpectedTurns.rows(story));
        List<String> aged = new ArrayList<>(rows("inventory-aging", ExpectedAging.FIELDS));
        aged.sort(null);
        assertThat(aged).isEqualTo(ExpectedAging.rows(story));
    }

    /** Each tenant's records keep their order; what lies between them, and how often each comes, is chance. */
    @Test
    void givesTheSameToTheByteWhenRecordsComeTwiceAmongThoseOfOthers() {
        Story story = new Story(SEEDS);
        List<Telling> tellings = Stream.of(tenant, anotherTenant(), anotherTenant())
                .map(teller -> new Telling(story, teller))
                .toList();
        tellings.get(0).records().forEach(topics::sendSoon);
        String expected = tellings.get(0).figures();
        List<ProducerRecord<byte[], byte[]>> others = new ArrayList<>(
                shuffled(tellings.get(1).twice(), tellings.get(2).twice()));

        others.forEach(topics::sendSoon);

        assertThat(tellings.get(1).figures()).isEqualTo(expected);
        assertThat(tellings.get(2).figures()).isEqualTo(expected);
    }

    private static <T> List<T> shuffled(List<T> one, List<T> other) {
        List<Boolean> turns = new ArrayList<>(Collections.nCopies(one.size(), true));
        turns.addAll(Collections.nCopies(other.size(), false));
        Collections.shuffle(turns, new Random(SEEDS));
        var ones = one.iterator();
        var others = other.iterator();
        return turns.stream().map(turn -> turn ? ones.next() : others.next()).toList();
    }

    /** All pages of a list. */
    private List<String> rows(String list, String... fields) {
        List<String> rows = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = tenant.get("/metrics/" + list + "?limit=200" + cursor)
                    .jsonPath(JsonPathConfig.jsonPathConfig()
                            .numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
            rows.addAll(Row.of(page, fields));
            String next = page.getString("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return rows;
    }
}
