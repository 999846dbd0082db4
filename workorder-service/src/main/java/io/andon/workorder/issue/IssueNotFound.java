package io.andon.workorder.issue;

import io.andon.kit.problem.Failure;
import java.util.UUID;

/** The work order has no such issue. */
final class IssueNotFound extends Failure {

    IssueNotFound(UUID id) {
        super(Category.NOT_FOUND, "ISSUE_NOT_FOUND", "No such issue", "The work order has no issue " + id + ".");
    }
}
