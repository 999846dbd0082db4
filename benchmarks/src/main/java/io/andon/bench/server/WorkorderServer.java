package io.andon.bench.server;

import io.andon.bench.process.Cpu;
import io.andon.bench.process.ProcFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The packaged workorder-service, with its defaults. */
public final class WorkorderServer implements AutoCloseable {

    /** The name of its database. */
    public static final String DATABASE = "workorder";

    private final PackagedService service;

    private WorkorderServer(PackagedService service) {
        this.service = service;
    }

    /**
     * @param jar of the packaged service
     * @param heap arguments of the JVM
     */
    public static WorkorderServer start(Kafka kafka, Postgres postgres, Path jar, Path log, List<String> heap) {
        return new WorkorderServer(PackagedService.start(kafka, postgres, DATABASE, jar, log, heap));
    }

    public URI address() {
        return service.address();
    }

    public long pid() {
        return service.pid();
    }

    public Cpu cpu() {
        return ProcFiles.cpu(pid());
    }

    /** Stops all of its threads where they are. */
    public void pause() {
        service.program().signal("STOP");
    }

    public void resume() {
        service.program().signal("CONT");
    }

    @Override
    public void close() {
        service.close();
    }
}
