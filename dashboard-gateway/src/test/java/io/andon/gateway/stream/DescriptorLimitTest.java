package io.andon.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescriptorLimitTest {

    private static final String LIMITS =
            """
            Limit                     Soft Limit           Hard Limit           Units
            Max processes             unlimited            unlimited            processes
            Max open files            %s                %s                files
            Max locked memory         65536                65536                bytes
            """;

    @Test
    void streamsEndBeforeConnectionsAndConnectionsBeforeDescriptors() {
        DescriptorLimit limit = DescriptorLimit.of(LIMITS.formatted("20000", "1048576"));

        assertThat(limit.maxConnections()).isEqualTo(19_600);
        assertThat(limit.maxStreams()).isEqualTo(19_294);
    }

    @Test
    void aSmallLimitLeavesRoomForAFewStreams() {
        assertThat(DescriptorLimit.of(LIMITS.formatted("256", "256")).maxStreams())
                .isPositive();
    }

    @Test
    void aSystemWithoutALimitHasNone() {
        assertThat(DescriptorLimit.of(LIMITS.formatted("unlimited", "unlimited"))
                        .maxStreams())
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(DescriptorLimit.of("").maxConnections()).isEqualTo(Integer.MAX_VALUE);
    }
}
