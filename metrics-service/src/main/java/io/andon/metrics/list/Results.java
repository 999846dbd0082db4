package io.andon.metrics.list;

import io.andon.kit.tenant.TenantTransaction;
import io.andon.metrics.run.MetricWindow;
import java.util.List;
import java.util.UUID;

/**
 * The rows of one metric that a caller asks for.
 *
 * @param metric its name on the wire
 * @param fileName of a download, without date and extension
 * @param window which of the run's windows the rows are about
 * @param rowType names the columns of a download
 * @param rows reads them
 */
public record Results<R>(String metric, String fileName, MetricWindow window, Class<R> rowType, Rows<R> rows) {

    /** Reads the rows of a run in their order. */
    @FunctionalInterface
    public interface Rows<R> {

        /** @param after the position of the row before the first one */
        List<Numbered<R>> read(TenantTransaction tx, UUID runId, int after, int limit);
    }
}
