package io.andon.local.demo;

import io.andon.local.demo.api.Endpoints;
import io.andon.local.demo.api.Patience;
import io.andon.local.demo.api.Refused;
import io.andon.local.demo.api.TenantApi;
import io.andon.local.demo.company.Company;
import io.andon.local.demo.live.LiveFloor;
import io.andon.local.setting.InvalidSetting;
import io.andon.local.setting.Key;
import io.andon.local.setting.SettingSources;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The demo of every company: loads the first one, then the others, then lets their days go on where that is wanted. */
public final class Demo {

    private final DemoConfig config;
    private final Clock clock;
    private final Consumer<String> listener;
    private final Instant asOf;

    /** @param listener is told what a person wants to know, from any thread */
    public Demo(DemoConfig config, Clock clock, Consumer<String> listener) {
        this.config = config;
        this.clock = clock;
        this.listener = listener;
        this.asOf = config.asOf().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Loads the demo into the system that the settings name. */
    public static void main(String[] arguments) {
        List<Key> keys = List.of(DemoSetting.values());
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.println("Loads the demo by the gateway's API. Each setting is --key=value, -Dandon.key=value or"
                    + " ANDON_KEY:" + System.lineSeparator() + Key.help(keys));
            return;
        }
        try {
            SettingSources sources =
                    new SettingSources(keys, List.of(arguments), System.getProperties(), System.getenv());
            DemoConfig config = DemoConfig.of(
                    sources,
                    new Endpoints(
                            sources.address(DemoSetting.GATEWAY_URL), sources.address(DemoSetting.TOKEN_ENDPOINT)));
            Demo demo = new Demo(config, Clock.systemUTC(), System.out::println);
            demo.loadFirst();
            demo.loadOthers();
            demo.goOn();
        } catch (InvalidSetting | Refused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Loads the first company.
     *
     * @throws Refused if the system does not take it
     */
    public void loadFirst() {
        load(config.companies().get(0));
    }

    /**
     * Loads the others, side by side.
     *
     * @throws Refused if the system does not take one; the rest is loaded all the same
     */
    public void loadOthers() {
        forEach(config.companies().subList(1, config.companies().size()), this::load);
    }

    /** Lets the days of all companies go on until this thread is interrupted; returns at once if that is not wanted. */
    public void goOn() {
        config.liveInterval().ifPresent(interval -> {
            listener.accept("Live: each company posts every " + interval.toMillis() / 1_000.0 + " s.");
            forEach(config.companies(), company -> new LiveFloor(
                            api(company, Patience.of(Patience.ENDLESS, listener)), company, clock, listener)
                    .work(interval));
        });
    }

    private void load(Company company) {
        new TenantLoad(api(company, Patience.of(config.patience(), listener)), company, listener).load(asOf);
    }

    private TenantApi api(Company company, Patience patience) {
        return new TenantApi(config.endpoints(), company.tenant(), patience);
    }

    private static void forEach(List<Company> companies, Consumer<Company> work) {
        if (companies.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(companies.size());
        try {
            List<? extends Future<?>> running = companies.stream()
                    .map(company -> threads.submit(() -> work.accept(company)))
                    .toList();
            awaitAll(running);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The first failure is thrown when all have ended. */
    private static void awaitAll(List<? extends Future<?>> running) {
        @Nullable RuntimeException failure = null;
        for (Future<?> future : running) {
            try {
                future.get();
            } catch (ExecutionException e) {
                RuntimeException cause = e.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(e.getCause());
                failure = failure == null ? cause : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
