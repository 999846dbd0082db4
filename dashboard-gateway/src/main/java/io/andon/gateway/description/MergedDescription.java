package io.andon.gateway.description;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One OpenAPI document out of several. Where two of them give different things the same name, the later one's gets the
 * service's name in front, and what refers to it follows. How to sign in is the first document's to say: what asks for
 * it does so by a name that all of them share.
 */
final class MergedDescription {

    private static final String COMPONENTS = "components";
    private static final String SIGN_IN = "securitySchemes";
    private static final String REFERENCE = "#/components/";

    private final JsonObject merged;

    /** @param first the document that title, version and servers come from */
    MergedDescription(JsonObject first) {
        this.merged = first.copy();
    }

    /** @param prefix begins the names that would clash, for instance {@code Metrics} */
    MergedDescription with(String prefix, JsonObject document) {
        JsonObject own = document.copy();
        object(own, COMPONENTS).remove(SIGN_IN);
        JsonObject renamed = withReferences(own, clashes(own), prefix);
        object(merged, "paths").mergeIn(object(renamed, "paths"), true);
        JsonObject components = object(renamed, COMPONENTS);
        for (String section : components.fieldNames()) {
            object(object(merged, COMPONENTS), section).mergeIn(components.getJsonObject(section));
        }
        return this;
    }

    JsonObject document() {
        return merged;
    }

    /** Names like {@code schemas/Page} that mean one thing here and another there; also by what they refer to. */
    private Set<String> clashes(JsonObject document) {
        Map<String, Object> common = new LinkedHashMap<>();
        Set<String> clashes = new LinkedHashSet<>();
        JsonObject components = object(document, COMPONENTS);
        for (String section : components.fieldNames()) {
            JsonObject here = object(object(merged, COMPONENTS), section);
            for (Map.Entry<String, Object> entry : components.getJsonObject(section)) {
                String name = section + "/" + entry.getKey();
                if (here.containsKey(entry.getKey())) {
                    common.put(name, entry.getValue());
                    if (!entry.getValue().equals(here.getValue(entry.getKey()))) {
                        clashes.add(name);
                    }
                }
            }
        }
        while (clashes.addAll(common.keySet().stream()
                .filter(name -> refersToAny(common.get(name), clashes))
                .toList())) {
            // Each round finds those that refer to what the round before found.
        }
        return clashes;
    }

    private static boolean refersToAny(Object json, Set<String> names) {
        String text = json.toString();
        return names.stream().anyMatch(name -> text.contains('"' + REFERENCE + name + '"'));
    }

    private static JsonObject withReferences(JsonObject document, Set<String> names, String prefix) {
        String text = document.encode();
        for (String name : names) {
            text = text.replace('"' + REFERENCE + name + '"', '"' + REFERENCE + prefixed(name, prefix) + '"');
        }
        JsonObject renamed = new JsonObject(text);
        JsonObject components = object(renamed, COMPONENTS);
        for (String name : names) {
            JsonObject section = components.getJsonObject(name.substring(0, name.indexOf('/')));
            String own = name.substring(name.indexOf('/') + 1);
            section.put(prefix + own, section.remove(own));
        }
        return renamed;
    }

    private static String prefixed(String name, String prefix) {
        return name.replace("/", "/" + prefix);
    }

    private static JsonObject object(JsonObject parent, String name) {
        if (!parent.containsKey(name)) {
            parent.put(name, new JsonObject());
        }
        return parent.getJsonObject(name);
    }
}
