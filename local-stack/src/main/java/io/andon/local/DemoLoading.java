package io.andon.local;

import io.andon.local.demo.Demo;
import io.andon.local.demo.api.Refused;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The demo in a running stack. The first company is loaded before the stack calls itself ready, the others behind its
 * back, on a thread of their own which also lets their days go on. A demo that is not taken leaves the stack as it is.
 */
final class DemoLoading implements AutoCloseable {

    private final Optional<Demo> demo;
    private final Progress progress;
    private final BooleanSupplier isStopping;
    private final Thread others = new Thread(this::loadOthers, "demo");
    private boolean firstIsLoaded;

    /** @param isStopping tells when parts that miss each other are no news */
    DemoLoading(StackConfig config, Progress progress, BooleanSupplier isStopping) {
        this.demo = config.demo().map(wanted -> new Demo(wanted, Clock.systemUTC(), this::say));
        this.progress = progress;
        this.isStopping = isStopping;
        others.setDaemon(true);
    }

    void loadFirst() {
        firstIsLoaded = isTaken(Demo::loadFirst);
    }

    void goOn() {
        if (firstIsLoaded) {
            others.start();
        }
    }

    private void loadOthers() {
        if (isTaken(Demo::loadOthers)) {
            isTaken(Demo::goOn);
        }
    }

    private boolean isTaken(Consumer<Demo> part) {
        try {
            demo.ifPresent(part);
            return demo.isPresent();
        } catch (Refused e) {
            say("The demo data is not complete: " + e.getMessage());
            say("The next start goes on with it; -Dandon.fresh starts anew.");
            return false;
        }
    }

    private void say(String line) {
        if (!isStopping.getAsBoolean()) {
            progress.say("  " + line);
        }
    }

    @Override
    public void close() {
        others.interrupt();
        try {
            others.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
