package io.andon.bench.scenario;

import io.andon.bench.load.Percentiles;
import io.andon.bench.posting.BatchWatch;
import io.andon.bench.posting.Posted;
import io.andon.bench.posting.PostingLoad;
import io.andon.bench.process.Wait;
import io.andon.bench.report.Report;
import io.andon.bench.report.Row;
import io.andon.bench.server.GatewayServer;
import io.andon.bench.server.Kafka;
import io.andon.bench.server.Postgres;
import io.andon.bench.server.WorkorderServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The whole way: from a request to the frame on everybody's board, beside the request's own answer. */
final class PostToFrame implements Scenario {

    private static final String TENANT = "bench";
    private static final int CLIENTS = 8;
    private static final int SUBSCRIBERS = 100;
    private static final int PER_SECOND = 100;
    private static final String SETTING = PER_SECOND + " postings/s, " + SUBSCRIBERS + " subscribers";
    private static final Duration TOKEN = Duration.ofHours(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "post-to-frame";
    }

    @Override
    public String title() {
        return "from a posting to the subscribers' frames, against its own answer";
    }

    @Override
    public void run(Bench bench, Report report) {
        try (Kafka kafka = Kafka.start(bench.directory());
                Postgres postgres = Postgres.start(bench.directory(), WorkorderServer.DATABASE);
                WorkorderServer service = bench.workorders(kafka, postgres);
                GatewayServer gateway = bench.gateway(kafka, 0, bench.settings().heap(), GatewayServer.WITHOUT_QUOTAS);
                PostingLoad load = PostingLoad.open(service.address(), token(kafka, "planner"), CLIENTS)) {
            new PostingRun(bench, postgres, service, load).warmUp(report);
            PostingRun.awaitRelayed(postgres);
            URI stream = URI.create("http://localhost:" + gateway.port());
            Row answers = report.row(SETTING, "answer");
            Row frames = report.row(SETTING, "frame");
            bench.say("warm-up with subscribers");
            try (BatchWatch watch = watch(stream, kafka)) {
                List<Posted> posted =
                        load.runAtRate(PER_SECOND, bench.settings().warmUp());
                Wait.happens(PATIENCE, () -> watch.hasSeen(posted));
            }
            for (int i = 0; i < bench.settings().repetitions(); i++) {
                bench.say("turn " + (i + 1));
                try (BatchWatch watch = watch(stream, kafka)) {
                    measure(load, watch, bench.settings().window(), answers, frames);
                }
            }
        }
        report.note("Both are timed from the moment at which the request is sent; a frame for each subscriber.");
    }

    private static BatchWatch watch(URI stream, Kafka kafka) {
        BatchWatch watch = BatchWatch.open(stream, token(kafka, "viewer"), SUBSCRIBERS);
        Wait.atMost(PATIENCE, "all streams are open", watch::isReady);
        return watch;
    }

    private static void measure(PostingLoad load, BatchWatch watch, Duration window, Row answers, Row frames) {
        load.runAtRate(PER_SECOND, window.dividedBy(3));
        List<Posted> posted = load.runAtRate(PER_SECOND, window);
        Wait.happens(PATIENCE, () -> watch.hasSeen(posted));
        Histogram nanos = Percentiles.histogram();
        posted.forEach(one -> nanos.recordValue(one.answeredNanos() - one.sentNanos()));
        add(answers, Percentiles.of(nanos));
        Percentiles took = watch.took(posted);
        add(frames, took);
        frames.add("lost", (double) posted.size() * SUBSCRIBERS - took.count());
    }

    private static void add(Row row, Percentiles took) {
        row.add("p50 ms", took.p50()).add("p99 ms", took.p99()).add("p99.9 ms", took.p999());
    }

    private static String token(Kafka kafka, String role) {
        return kafka.issuer().token(TENANT, List.of(role), TOKEN);
    }
}
