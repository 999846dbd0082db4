package io.andon.metrics.intake;

import io.andon.events.PoisonRecordException;
import io.andon.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/** Applies what one poll has brought. Called by the intake's thread alone. */
@ApplicationScoped
class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    /** SQLSTATE classes that blame the data: {@code data exception}, {@code integrity constraint violation}. */
    private static final List<String> FAULT_OF_THE_RECORD = List.of("22", "23");

    private final Ledger ledger;

    Batches(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Applies the records that can be applied, in one transaction per tenant.
     *
     * @return the others
     * @throws JdbiException if the database does not work now; the records are to be handed in again then
     */
    List<DeadLetter> apply(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<DeadLetter> poison = new ArrayList<>();
        Map<TenantId, List<Received>> byTenant = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> kafkaRecord : records) {
            decode(kafkaRecord, poison)
                    .ifPresent(received -> byTenant.computeIfAbsent(received.tenant(), tenant -> new ArrayList<>())
                            .add(received));
        }
        byTenant.forEach((tenant, received) -> poison.addAll(apply(tenant, received)));
        return poison;
    }

    private static Optional<Received> decode(ConsumerRecord<byte[], byte[]> kafkaRecord, List<DeadLetter> poison) {
        try {
            return RecordDecoder.decode(kafkaRecord);
        } catch (PoisonRecordException reason) {
            poison.add(new DeadLetter(kafkaRecord, String.valueOf(reason.getMessage())));
            return Optional.empty();
        }
    }

    /** One record that the database refuses must not take the others of its transaction with it. */
    private List<DeadLetter> apply(TenantId tenant, List<Received> received) {
        try {
            ledger.apply(tenant, received);
            return List.of();
        } catch (JdbiException refused) {
            if (!isFaultOfTheRecord(refused)) {
                throw refused;
            }
            if (received.size() == 1) {
                LOG.warnf(refused, "record refused by the database tenantId=%s", tenant);
                return List.of(new DeadLetter(received.get(0).kafkaRecord(), "the database refuses it"));
            }
            return received.stream()
                    .flatMap(one -> apply(tenant, List.of(one)).stream())
                    .toList();
        }
    }

    private static boolean isFaultOfTheRecord(JdbiException refused) {
        return refused.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && FAULT_OF_THE_RECORD.contains(sql.getSQLState().substring(0, 2));
    }
}
