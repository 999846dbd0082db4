package io.andon.local.demo.company;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * A rhythm in which something is made: a work order on each of {@code days}.
 *
 * @param everyWeeks 2 for every other week; every week, where it is not given
 * @param phase which of these weeks, from 0
 * @param quantity planned for an average day
 * @param spread how far a day's plan is from that, as a share
 * @param hoursToFirst from the start to the first output
 * @param parts in how many postings the output comes
 * @param hoursBetween from one of them to the next
 * @param dueHours from the start to the due time
 * @param late the probability that all output comes {@code lateHours} later
 * @param scrap the least and the most that is lost, as a share of the plan; below 0 nothing is, so a negative least makes
 *     loss the rarer the lower it is
 * @param issued whether the material is issued at the start and the output reported by completions; else each output is
 *     recorded as a batch with what it took
 */
public record Production(
        String make,
        Set<DayOfWeek> days,
        int everyWeeks,
        int phase,
        int quantity,
        double spread,
        LocalTime start,
        double hoursToFirst,
        int parts,
        double hoursBetween,
        double dueHours,
        double late,
        double lateHours,
        List<Double> scrap,
        boolean issued) {

    public Production {
        days = Set.copyOf(days);
        scrap = List.copyOf(scrap);
        everyWeeks = Math.max(1, everyWeeks);
    }
}
