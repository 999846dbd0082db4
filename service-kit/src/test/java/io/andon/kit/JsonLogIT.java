package io.andon.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

/** A service whose operator has switched the one key. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(JsonLogIT.ForCollectors.class)
class JsonLogIT {

    public static final class ForCollectors implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.log.console.json.enabled", "true");
        }
    }

    @Test
    void writesOneObjectALine() throws IOException {
        ExtLogRecord entry = new ExtLogRecord(Level.WARN, "two\nlines and a \"quote\"", JsonLogIT.class.getName());
        entry.setLoggerName("io.andon.kit.Test");
        entry.setThrown(new IllegalStateException("because"));

        String line = console().getFormatter().format(entry);

        assertThat(line.strip()).doesNotContain("\n");
        JsonNode object = new ObjectMapper().readTree(line);
        assertThat(object.path("message").asText()).isEqualTo("two\nlines and a \"quote\"");
        assertThat(object.path("level").asText()).isEqualTo("WARN");
        assertThat(object.path("loggerName").asText()).isEqualTo("io.andon.kit.Test");
        assertThat(object.path("timestamp").asText()).startsWith("20");
        assertThat(object.at("/exception/message").asText()).isEqualTo("because");
    }

    private static ConsoleHandler console() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .map(ConsoleHandler.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
