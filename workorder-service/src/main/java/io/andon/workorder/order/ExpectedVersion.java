package io.andon.workorder.order;

import io.andon.kit.problem.InvalidField;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-Match}: the versions of an order on which a change may build (RFC 9110 §13.1.1). An entity tag
 * is the order's version in quotes.
 *
 * @param header null where the caller builds on whatever there is
 */
record ExpectedVersion(@Nullable String header) {

    static final String HEADER = "If-Match";

    private static final String TAG = "(W/)?\"[\\x21\\x23-\\x7e]*\"";
    private static final Pattern SYNTAX = Pattern.compile("\\*|" + TAG + "( *, *" + TAG + ")*");
    private static final Pattern SEPARATOR = Pattern.compile(" *, *");

    /** @throws InvalidField if {@code header} is neither {@code *} nor a list of entity tags */
    ExpectedVersion {
        if (header != null && !SYNTAX.matcher(header).matches()) {
            throw new InvalidField(HEADER, "must be * or a list of entity tags, for instance \"3\"");
        }
    }

    /** @throws VersionMismatch if the order is at another version */
    void require(WorkOrder order) {
        if (header != null
                && !header.equals("*")
                && !List.of(SEPARATOR.split(header)).contains('"' + order.entityTag() + '"')) {
            throw new VersionMismatch(order);
        }
    }
}
