package io.andon.local;

import io.andon.local.setting.InvalidSetting;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The program behind {@code ./mvnw -Prun}: the whole system on one machine, without Docker. {@link #start} reads as the
 * order in which the parts start; they stop in the opposite one.
 */
public final class LocalStack {

    static final String LOG = "local-stack";

    private final StackConfig config;
    private final Progress progress;
    private final StopOrder stopOrder;
    private final CompletableFuture<String> failure = new CompletableFuture<>();

    private LocalStack(StackConfig config, Progress progress, StopOrder stopOrder) {
        this.config = config;
        this.progress = progress;
        this.stopOrder = stopOrder;
    }

    public static void main(String[] arguments) {
        Progress progress = Progress.on(System.out);
        if (Arrays.asList(arguments).contains("--help")) {
            progress.say(Announcement.help());
            return;
        }
        StopOrder stopOrder = new StopOrder(progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stopOrder::close, "stop"));
        try {
            StackConfig config = StackConfig.from(List.of(arguments), System.getProperties(), System.getenv());
            ParentWatch.exitWithParentWhenAsked();
            LocalStack stack = new LocalStack(config, progress, stopOrder);
            stack.start();
            throw new StackException(stack.failure.join());
        } catch (StackException | InvalidSetting | UncheckedIOException e) {
            // Once the stack is being stopped, parts that miss each other are no news.
            if (!stopOrder.isStopping()) {
                progress.say(System.lineSeparator() + message(e));
                FailureNote.leave(message(e));
            }
            System.exit(1);
        }
    }

    private static String message(RuntimeException e) {
        return e.getCause() == null || e instanceof StackException
                ? String.valueOf(e.getMessage())
                : e.getMessage() + ": " + e.getCause().getMessage();
    }

    private void start() {
        Stopwatch stopwatch = new Stopwatch();
        StackState state = stopOrder.add(StackState.open(config));
        StackLog.to(state.log(LOG));
        new ServicePlans(config).requireBuilt();
        PortCheck.requireFree(config.ports());
        progress.say("Andon is starting; its data and logs are in " + state.folder());

        Backends backends = stopOrder.add(new Backends(config, state, progress));
        backends.start();

        Services services =
                stopOrder.add(new Services(config, state, progress, service -> failure.complete(service.obituary())));
        services.start();

        DemoLoading demo = stopOrder.add(new DemoLoading(config, progress, stopOrder::isStopping));
        progress.say("  The dashboard is at http://localhost:" + config.ports().gateway() + "/");
        demo.loadFirst();
        progress.say(Announcement.ready(config, state, stopwatch.elapsed()));
        demo.goOn();
    }
}
