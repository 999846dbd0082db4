package io.andon.local.demo.company;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.LocalTime;

/** Reads times of day, which Jackson knows only with a module of its own for {@code java.time}. */
final class TimesOfDay extends SimpleModule {

    private static final long serialVersionUID = 1L;

    TimesOfDay() {
        addDeserializer(LocalTime.class, new StdDeserializer<>(LocalTime.class) {
            private static final long serialVersionUID = 1L;

            @Override
            public LocalTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return LocalTime.parse(parser.getText());
            }
        });
    }
}
