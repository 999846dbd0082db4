/**
 * Who is calling, and the only way to the database: a transaction that is bound to one tenant. PostgreSQL's row-level
 * security sees that tenant and hides every other one's rows, even from a query that forgot to ask.
 */
@NullMarked
package io.andon.kit.tenant;

import org.jspecify.annotations.NullMarked;
