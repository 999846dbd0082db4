package io.andon.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One service, running in a JVM of its own. */
public final class ServiceProcess {

    /** Longer than the gateway takes to hand its streams over ({@code andon.stream.drain-timeout}). */
    private static final int STOP_PATIENCE_SECONDS = 30;

    private static final int LAST_LINES = 15;

    private final ServicePlan plan;
    private final Process process;
    private final Path log;
    private final ProcessFile processFile;

    private ServiceProcess(ServicePlan plan, Process process, Path log, ProcessFile processFile) {
        this.plan = plan;
        this.process = process;
        this.log = log;
        this.processFile = processFile;
    }

    static ServiceProcess start(ServicePlan plan, StackState state, int heapMb) {
        Path log = state.log(plan.name());
        ProcessBuilder builder = new ProcessBuilder(plan.command(heapMb))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(plan.environment());
        ProcessFile processFile = new ProcessFile(state.processFile(plan.name()));
        try {
            Process process = builder.start();
            processFile.remember(process.toHandle(), plan.program().toString());
            return new ServiceProcess(plan, process, log, processFile);
        } catch (IOException e) {
            throw new StackException(plan.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    ServicePlan plan() {
        return plan;
    }

    Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Why the service is not running, for the person who wonders. */
    String obituary() {
        return plan.name() + " ended with exit code " + process.exitValue() + ". Its log is " + log + " and ends with:"
                + System.lineSeparator() + lastLines();
    }

    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                    .map(line -> "  | " + line)
                    .reduce((above, below) -> above + System.lineSeparator() + below)
                    .orElse("  | (nothing)");
        } catch (IOException e) {
            return "  | (not readable: " + e.getMessage() + ")";
        }
    }

    /** Asks the service to end; it finishes what it is doing. */
    void requestStop() {
        process.destroy();
    }

    void awaitStop() {
        if (!hasEndedWithin(STOP_PATIENCE_SECONDS)) {
            process.destroyForcibly();
        }
        forget();
    }

    /** Kills the service with no chance to finish anything, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        if (!hasEndedWithin(STOP_PATIENCE_SECONDS)) {
            throw new IllegalStateException(plan.name() + " outlived a kill");
        }
        forget();
    }

    private boolean hasEndedWithin(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget() {
        try {
            processFile.forget();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
