package io.andon.local.demo.history;

import io.andon.local.demo.api.Request;
import io.andon.local.demo.api.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making; what is null is left out. */
final class Body {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    Body with(String field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, value);
        }
        return this;
    }

    <T> Body list(String field, List<T> elements, Function<T, Body> element) {
        return with(
                field,
                elements.stream().map(each -> element.apply(each).asMap()).toList());
    }

    Request asRequest(Role by, String path, Step step) {
        return new Request(by, path, "demo-" + step.key(), asMap());
    }

    private Map<String, Object> asMap() {
        return Collections.unmodifiableMap(fields);
    }
}
