package io.andon.kit.tenant;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/** The JDBC front end. Only the kit injects it: services reach the database through {@link TenantTransactions}. */
final class JdbiProducer {

    /** Arrays carry many rows in one statement, so the types of the columns must be known to {@code bindArray}. */
    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource) {
        return Jdbi.create(dataSource)
                .registerArrayType(BigDecimal.class, "numeric")
                .registerArrayType(Instant.class, "timestamptz")
                .registerArrayType(LocalDate.class, "date")
                .registerArgument(new UuidArguments())
                // The values of a statement are somebody's data, and an exception's message ends up in a log.
                .configure(
                        StatementExceptions.class, exceptions -> exceptions.setMessageRendering(MessageRendering.NONE));
    }

    /** Jdbi would send an absent UUID as text, which PostgreSQL does not take for a uuid. */
    private static final class UuidArguments extends AbstractArgumentFactory<UUID> {

        UuidArguments() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }
}
