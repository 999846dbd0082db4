package io.andon.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The three services as processes.
 *
 * <p>A service that ends by itself is reported once, to the listener. {@link #close} may come from any thread at any
 * time, and after it no service starts any more.
 */
public final class Services implements AutoCloseable {

    static final List<String> DATABASES = List.of("workorder", "metrics");
    private static final long SIGNAL_GRACE_MS = 500;

    private final StackConfig config;
    private final StackState state;
    private final Progress progress;
    private final Consumer<ServiceProcess> onUnexpectedEnd;
    private final Map<String, ServicePlan> plans;
    private final Map<String, ServiceProcess> running = new ConcurrentHashMap<>();
    private final Readiness readiness = new Readiness();
    private final CountDownLatch closing = new CountDownLatch(1);

    public Services(StackConfig config, StackState state, Progress progress, Consumer<ServiceProcess> onUnexpectedEnd) {
        this.config = config;
        this.state = state;
        this.progress = progress;
        this.onUnexpectedEnd = onUnexpectedEnd;
        this.plans = new ServicePlans(config)
                .all().stream().collect(Collectors.toMap(ServicePlan::name, Function.identity()));
    }

    /** Starts all of them and returns when every one is ready. */
    public void start() {
        Stopwatch stopwatch = new Stopwatch();
        List<ServiceProcess> starting = new ArrayList<>();
        for (ServicePlan plan : new ServicePlans(config).all()) {
            starting.add(launch(plan));
        }
        for (ServiceProcess service : starting) {
            awaitReady(service);
            progress.ready(
                    service.plan().name(), "ready on port " + service.plan().port(), stopwatch.elapsed());
        }
    }

    /** Starts one that was stopped or killed; returns when it is ready. */
    public void restart(String name) {
        restart(name, Map.of());
    }

    /** @param environment settings for this run of it alone, as a test of a limit needs them */
    public void restart(String name, Map<String, String> environment) {
        awaitReady(launch(plan(name).with(environment)));
    }

    /** The running process of a service. */
    public ServiceProcess process(String name) {
        ServiceProcess process = running.get(plan(name).name());
        if (process == null) {
            throw new IllegalStateException(name + " is not running");
        }
        return process;
    }

    /** Stops one in order, as an operator does; nobody is told, because it is wanted. */
    public void stop(String name) {
        ServiceProcess process = process(name);
        running.remove(name);
        process.requestStop();
        process.awaitStop();
    }

    /** Kills one with no chance to finish anything; nobody is told, because it is wanted. */
    public void kill(String name) {
        ServiceProcess process = process(name);
        running.remove(name);
        process.kill();
    }

    private synchronized ServiceProcess launch(ServicePlan plan) {
        if (closing.getCount() == 0) {
            throw new StackException("The stack is stopping.");
        }
        ServiceProcess service = ServiceProcess.start(plan, state, config.heapMb());
        running.put(plan.name(), service);
        service.onExit().thenRunAsync(() -> ended(service));
        return service;
    }

    private void ended(ServiceProcess service) {
        try {
            // Ctrl-C reaches the services as well as this process, which may hear of it a little later.
            boolean isClosing = closing.await(SIGNAL_GRACE_MS, TimeUnit.MILLISECONDS);
            if (!isClosing && running.remove(service.plan().name(), service)) {
                onUnexpectedEnd.accept(service);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(ServiceProcess service) {
        try {
            readiness.await(service, config.startTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException(
                    "Interrupted while waiting for " + service.plan().name(), e);
        }
    }

    private ServicePlan plan(String name) {
        ServicePlan plan = plans.get(name);
        if (plan == null) {
            throw new IllegalArgumentException("no service " + name);
        }
        return plan;
    }

    @Override
    public synchronized void close() {
        closing.countDown();
        List<ServiceProcess> stopping = List.copyOf(running.values());
        stopping.forEach(ServiceProcess::requestStop);
        stopping.forEach(ServiceProcess::awaitStop);
        running.clear();
    }
}
