package io.andon.workorder.replicas;

import io.andon.workorder.Factory;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * What all clients of a load fight over: few items, few places, few orders. Safe for all threads.
 *
 * @param loose the one item that planners may overdraw
 * @param postings completions and batches so far, as their paths
 * @param movements what the service said it had posted
 */
record Shop(
        Factory factory,
        List<String> raw,
        String loose,
        String bread,
        List<String> places,
        List<String> orders,
        Queue<String> postings,
        Queue<String> movements,
        Queue<String> complaints) {

    private static final int FEW = 3;

    static Shop open(Plant plant) {
        Factory factory = Factory.at(plant.issuer(), () -> plant.address(0));
        List<String> raw =
                IntStream.range(0, FEW).mapToObj(i -> factory.item("raw")).toList();
        String bread = factory.item("finished");
        List<String> places =
                IntStream.range(0, 2).mapToObj(i -> factory.location()).toList();
        raw.forEach(item -> places.forEach(place -> factory.stock(item, place, 20)));
        List<String> orders = IntStream.range(0, FEW)
                .mapToObj(i -> factory.releasedOrder(bread, 1_000_000))
                .toList();
        return new Shop(
                factory,
                raw,
                factory.item("raw"),
                bread,
                places,
                orders,
                new ConcurrentLinkedQueue<>(),
                new ConcurrentLinkedQueue<>(),
                new ConcurrentLinkedQueue<>());
    }
}
