package io.andon.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {

    @Test
    void isReadAsItWasWritten() {
        Wish wish = new Wish(1764000000000L, "7f", 12, 1042);

        assertThat(Wish.parse(wish.metadata())).contains(wish);
        assertThat(wish.metadata()).isEqualTo("andon-replay wish=1764000000000-7f from=12 to=1042");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "andon-replay",
                "andon-replay wish= from=1 to=2",
                "andon-replay wish=5-7f from=-1 to=2",
                "andon-replay wish=5-7f from=1 to=99999999999999999999",
                " andon-replay wish=5-7f from=1 to=2"
            })
    void isNotReadOutOfAnythingElse(String metadata) {
        assertThat(Wish.parse(metadata)).isEmpty();
    }
}
