package io.andon.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A figure's repetitions. */
public record Samples(List<Double> values) {

    public Samples {
        values = List.copyOf(values);
    }

    double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double min() {
        return sorted()[0];
    }

    double max() {
        return sorted()[values.size() - 1];
    }

    private double[] sorted() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Median, and with several repetitions the range. */
    @Override
    public String toString() {
        return values.size() == 1 ? text(median()) : text(median()) + " (" + text(min()) + "–" + text(max()) + ")";
    }

    /** With three digits that say something, and thousands grouped. */
    static String text(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) || size >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
