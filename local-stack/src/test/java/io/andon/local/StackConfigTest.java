package io.andon.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.andon.local.setting.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackConfigTest {

    @Test
    void hasThePortsOfTheContractUnlessTold() {
        StackConfig config = config(List.of(), "", "", Map.of());

        assertThat(config.ports()).isEqualTo(new StackPorts(8080, 8081, 8082, 8083, 9092, 5433, 9080, 9081, 9082));
        assertThat(config.fresh()).isFalse();
        assertThat(config.state()).isEqualTo(config.root().resolve(".andon"));
    }

    @Test
    void believesTheArgumentMoreThanThePropertyAndThatMoreThanTheEnvironment() {
        Map<String, String> environment =
                Map.of("ANDON_PORT_GATEWAY", "1111", "ANDON_PORT_KAFKA", "1111", "ANDON_PORT_POSTGRES", "1111");

        StackPorts ports = config(List.of("--port.gateway=3333"), "andon.port.kafka", "2222", environment)
                .ports();

        assertThat(List.of(ports.gateway(), ports.kafka(), ports.postgres())).containsExactly(3333, 2222, 1111);
    }

    @Test
    void takesAFlagWithoutAValueAsYes() {
        assertThat(config(List.of("--fresh"), "", "", Map.of()).fresh()).isTrue();
        assertThat(config(List.of(), "andon.fresh", "", Map.of()).fresh()).isTrue();
        assertThat(config(List.of("--fresh=false"), "andon.fresh", "true", Map.of())
                        .fresh())
                .isFalse();
    }

    @Test
    void namesTheKeyOfAValueThatMakesNoSense() {
        assertThatThrownBy(() -> config(List.of(), "andon.port.gateway", "many", Map.of()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("andon.port.gateway is “many” but must be a whole number.");
        assertThatThrownBy(() -> config(List.of("--port.gateway=70000"), "", "", Map.of()))
                .hasMessageContaining("a port from 1 to 65535");
        assertThatThrownBy(() -> config(List.of("--frehs"), "", "", Map.of())).hasMessageContaining("--frehs");
        assertThatThrownBy(() -> config(List.of("--tenants=acme"), "", "", Map.of()))
                .hasMessageContaining("“acme”")
                .hasMessageContaining("alder-street");
        assertThatThrownBy(() -> config(List.of("--live", "--live-interval=PT0S"), "", "", Map.of()))
                .hasMessageContaining("andon.live-interval");
    }

    @Test
    void readsWhatMavenWasTold(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("settings.properties"), "andon.heap=99\nandon.fresh=true\n");

        StackConfig config = config(List.of("--heap=77"), "andon.settings", file.toString(), Map.of());

        assertThat(config.heapMb()).isEqualTo(77);
        assertThat(config.fresh()).isTrue();
    }

    private static StackConfig config(
            List<String> arguments, String key, String value, Map<String, String> environment) {
        Properties properties = new Properties();
        if (!key.isEmpty()) {
            properties.setProperty(key, value);
        }
        return StackConfig.from(arguments, properties, environment);
    }
}
