package io.andon.workorder.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.andon.backends.Issuer;
import io.andon.workorder.Backends;
import io.andon.workorder.Factory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FiguresTagIT {

    Issuer issuer;

    private Factory factory;

    @BeforeEach
    void open() {
        factory = Factory.open(issuer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/production-summary", "/production-overview", "/production-overview/volume-trend"})
    void changesWhenTheFiguresDoAndOnlyThen(String path) {
        String bread = factory.item("finished");
        String store = factory.location();
        String order = factory.releasedOrder(bread, 10);
        Response first = get(path, "\"something else\"");
        assertThat(first.statusCode()).isEqualTo(200);
        String tag = first.header("ETag");
        assertThat(tag).startsWith("W/\"");

        Response unchanged = get(path, "\"other\", " + tag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.asString()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(tag);

        factory.complete(order, bread, store, 1).expect(200);
        Response changed = get(path, tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    private Response get(String path, String known) {
        return factory.as("viewer").header("If-None-Match", known).get(path);
    }
}
