package io.andon.bench.server;

import io.andon.bench.load.Connect;
import io.andon.bench.process.Cpu;
import io.andon.bench.process.Jcmd;
import io.andon.bench.process.ProcFiles;
import io.andon.bench.publish.Publisher;
import java.util.List;

/** A running server that fans events out. Closed, it is gone. */
public interface Server extends AutoCloseable {

    /** The processes that are the server. */
    List<Long> pids();

    /** How to open {@code subscribers} streams, spread over the tenants. */
    Connect connect(List<String> tenants, int subscribers);

    /** @param batches whether events may wait a little for others, as in a closed loop */
    Publisher publisher(List<String> tenants, boolean batches);

    default Cpu cpu() {
        return pids().stream().map(ProcFiles::cpu).reduce(Cpu.NONE, Cpu::plus);
    }

    /** Whether it runs in a JVM, which is slow at first and collects garbage when it likes. */
    default boolean isJava() {
        return true;
    }

    /** Has a JVM collect its garbage now; elsewhere there is nothing to do. */
    default void collectGarbage() {
        if (isJava()) {
            pids().forEach(pid -> Jcmd.run(pid, "GC.run"));
        }
    }

    default long memoryBytes() {
        return pids().stream().mapToLong(ProcFiles::pssBytes).sum();
    }

    @Override
    void close();
}
