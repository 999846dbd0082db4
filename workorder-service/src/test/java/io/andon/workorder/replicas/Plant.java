package io.andon.workorder.replicas;

import io.andon.backends.Broker;
import io.andon.backends.Issuer;
import io.andon.backends.ServiceBackends;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Two replicas of the service over one database and one broker. */
final class Plant implements ExtensionContext.Store.CloseableResource {

    static final int REPLICAS = 2;

    private static final String DATABASE = "workorder";

    private final ServiceBackends backends = ServiceBackends.start(DATABASE);
    private final AtomicReferenceArray<Replica> replicas = new AtomicReferenceArray<>(REPLICAS);
    private final AtomicReferenceArray<URI> addresses = new AtomicReferenceArray<>(REPLICAS);

    Plant() {
        ensureAllRun();
    }

    /** Starts those that are dead and waits until all of them listen, also one whose start was given up before. */
    void ensureAllRun() {
        for (int i = 0; i < REPLICAS; i++) {
            Replica present = replicas.get(i);
            if (present == null || !present.isAlive()) {
                replicas.set(i, Replica.launch(backends.settings()));
            }
            addresses.set(i, replicas.get(i).address());
        }
    }

    void restart(int number) {
        replicas.get(number).kill();
        ensureAllRun();
    }

    Replica replica(int number) {
        return replicas.get(number);
    }

    /** Where that replica listens, or listened before it died. */
    URI address(int number) {
        return addresses.get(number);
    }

    Ledger ledger() {
        return new Ledger(backends.database(), DATABASE);
    }

    Broker broker() {
        return backends.broker();
    }

    Issuer issuer() {
        return backends.issuer();
    }

    @Override
    public void close() {
        for (int i = 0; i < REPLICAS; i++) {
            replicas.get(i).kill();
        }
        backends.close();
    }
}
