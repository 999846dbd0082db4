package io.andon.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerTest {

    @Test
    void whoCalledTheJdkOwnsWhatItDoes() {
        assertThat(Owner.of(List.of(
                        "java.util.HashMap.get",
                        "io.netty.handler.codec.http.HttpHeaders.get",
                        "io.vertx.core.Http.write")))
                .isEqualTo("Netty: HTTP encoding");
    }

    @Test
    void aPackageOfOursIsNamed() {
        assertThat(Owner.of(List.of("io.andon.gateway.fanout.Cohort.deliver"))).isEqualTo("gateway: fan-out");
        assertThat(Owner.of(List.of("io.andon.gateway.access.BearerTokens.identify")))
                .isEqualTo("gateway: other");
    }

    @Test
    void nobodyIsTheJdk() {
        assertThat(Owner.of(List.of("java.lang.Thread.run"))).isEqualTo("JDK: other");
    }
}
