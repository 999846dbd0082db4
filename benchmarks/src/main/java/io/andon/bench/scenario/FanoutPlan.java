package io.andon.bench.scenario;

import io.andon.bench.publish.Pace;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Events for subscribers.
 *
 * @param name of what is done
 * @param tenants their names, never used before on that server
 * @param subscribers in all, spread over the tenants
 * @param sampleEvery one event in so many is timed
 * @param timesLast whether the time until the last subscriber has an event is measured too
 */
record FanoutPlan(String name, List<String> tenants, int subscribers, Pace pace, int sampleEvery, boolean timesLast) {

    /** As many events as the slowest subscriber takes. */
    static FanoutPlan saturating(Settings settings, String name, int tenants, int subscribers) {
        Pace pace = Pace.Window.of(settings.inFlight(), subscribers);
        return new FanoutPlan(name, names(name, tenants), subscribers, pace, 16, false);
    }

    static FanoutPlan atRate(String name, int subscribers, double eventsPerSecond) {
        return new FanoutPlan(name, names(name, 1), subscribers, new Pace.Rate(eventsPerSecond), 1, true);
    }

    static List<String> names(String name, int tenants) {
        return IntStream.range(0, tenants).mapToObj(i -> name + "-" + i).toList();
    }
}
