package io.andon.gateway.intake;

import io.andon.gateway.position.TopicPositions;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Starts and stops the reading of topics with the application. */
@Singleton
public final class Intake {

    private static final long STOP_TIMEOUT_MS = 2000;

    private final KafkaClients clients;
    private final TopicWatch watch;
    private final RecordReader reader;
    private final TopicPositions positions;
    private final IntakeLag lag;
    private @Nullable TopicIntake topicIntake;
    private @Nullable Thread thread;

    @Inject
    Intake(KafkaClients clients, TopicWatch watch, RecordReader reader, TopicPositions positions, IntakeLag lag) {
        this.clients = clients;
        this.watch = watch;
        this.reader = reader;
        this.positions = positions;
        this.lag = lag;
    }

    void start(@Observes StartupEvent event) {
        TopicIntake started = new TopicIntake(clients.consumer(), watch, reader, new ReadProgress(positions), lag);
        topicIntake = started;
        thread = new Thread(started, "andon-intake");
        thread.start();
        watch.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        watch.stop();
        if (topicIntake != null && thread != null) {
            topicIntake.stop();
            thread.join(STOP_TIMEOUT_MS);
        }
    }

    /** Whether the windows are filled, so that streams can be opened. */
    public boolean isReady() {
        return topicIntake != null && topicIntake.hasCaughtUp();
    }
}
