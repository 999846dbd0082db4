package io.andon.workorder.bulk;

import java.util.List;

/**
 * The answer to a request of many lines.
 *
 * @param accepted lines that were carried out
 * @param refused lines that were not
 */
public record BulkReport(int accepted, int refused, List<LineReport> lines) {

    public BulkReport {
        lines = List.copyOf(lines);
    }

    static BulkReport of(List<LineReport> lines) {
        int refused = (int) lines.stream().filter(LineReport::isRefused).count();
        return new BulkReport(lines.size() - refused, refused, lines);
    }
}
