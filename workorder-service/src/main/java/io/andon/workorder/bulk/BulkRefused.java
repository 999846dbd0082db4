package io.andon.workorder.bulk;

import io.andon.kit.problem.Failure;
import java.util.List;
import java.util.Map;

/** Lines are wrong, so none was carried out. */
final class BulkRefused extends Failure {

    /** More would only make the answer long. */
    private static final int SHOWN = 200;

    BulkRefused(List<LineReport> refused) {
        super(
                Category.INVALID,
                "LINES_REFUSED",
                "Lines are wrong",
                refused.size() + " lines are wrong, so nothing was changed. Mend them, or send the request with"
                        + " partial=true to have the others carried out.",
                Map.of("lines", refused.subList(0, Math.min(SHOWN, refused.size()))));
    }
}
