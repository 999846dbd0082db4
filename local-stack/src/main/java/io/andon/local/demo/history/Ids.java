package io.andon.local.demo.history;

import java.util.HashMap;
import java.util.Map;

/** The ids that the services gave to what the steps made, by the steps' keys. For one thread. */
public final class Ids {

    private final Map<String, String> ids = new HashMap<>();

    public void learn(String key, String id) {
        ids.put(key, id);
    }

    /** @throws IllegalArgumentException if no step with this key was carried out */
    public String of(String key) {
        String id = ids.get(key);
        if (id == null) {
            throw new IllegalArgumentException("nothing is known as " + key);
        }
        return id;
    }

    String item(String sku) {
        return of(MasterData.NewItem.keyOf(sku));
    }

    String place(String code) {
        return of(MasterData.NewPlace.keyOf(code));
    }
}
