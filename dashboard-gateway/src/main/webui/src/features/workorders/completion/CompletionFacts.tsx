import { Fact } from '../Fact';
import { Instant } from '../Instant';
import type { Completion } from '../postings';
import styles from '../workorders.module.css';

export function CompletionFacts({ completion }: { completion: Completion }) {
  const { postedBy, createdBy, notes } = completion;
  return (
    <>
      <dl className={styles.facts}>
        <Fact name="Happened">
          <Instant at={completion.occurredAt} />
        </Fact>
        <Fact name="Reported">
          <Instant at={completion.createdAt} />
          {` by ${createdBy}`}
        </Fact>
        <Fact name="Posted">
          <Instant at={completion.postedAt} />
          {postedBy === null ? '' : ` by ${postedBy}`}
        </Fact>
        {notes === null ? null : <Fact name="Notes">{notes}</Fact>}
      </dl>
      <dl className={styles.facts}>
        <IdFact name="Event" id={completion.eventId} />
        <IdFact name="Movement into stock" id={completion.movementId} />
        <IdFact name="Movement out of stock" id={completion.issueMovementId} />
      </dl>
      {completion.voidedAt === null ? null : <Voided completion={completion} />}
    </>
  );
}

function Voided({ completion }: { completion: Completion }) {
  return (
    <dl className={styles.facts}>
      <Fact name="Voided">
        <Instant at={completion.voidedAt} />
        {` by ${completion.voidedBy ?? '–'}`}
      </Fact>
      {completion.voidReason === null ? null : <Fact name="Reason">{completion.voidReason}</Fact>}
      <IdFact name="Opposite movement" id={completion.voidMovementId} />
      <IdFact name="Opposite movement, materials" id={completion.voidIssueMovementId} />
    </dl>
  );
}

/** Whole, since it is what one searches for with other tools. */
function IdFact({ name, id }: { name: string; id: string | null }) {
  return id === null ? null : (
    <Fact name={name}>
      <span className={styles.id}>{id}</span>
    </Fact>
  );
}
