import { hasRole } from '../../../auth/identity';
import { useSession } from '../../../auth/SessionContext';
import { shortages } from '../../../shared/form/fieldErrors';
import formStyles from '../../../shared/form/form.module.css';
import styles from '../workorders.module.css';
import type { Overdraft } from '../commands';
import { TextInput } from './inputs';

export interface AskedOverdraft {
  readonly allowed: boolean;
  readonly reason: string;
}

export const NO_OVERDRAFT: AskedOverdraft = { allowed: false, reason: '' };

export function overdraftOf({ allowed, reason }: AskedOverdraft): Overdraft {
  return allowed ? { allowNegative: true, reason } : {};
}

interface OverdraftInputsProps {
  readonly error: Error | null;
  readonly reasonError: string | undefined;
  readonly value: AskedOverdraft;
  readonly onChange: (value: AskedOverdraft) => void;
}

/** Offered to a planner once stock has turned out short: what is on the shelf is known better there than here. */
export function OverdraftInputs({ error, reasonError, value, onChange }: OverdraftInputsProps) {
  const isPlanner = hasRole(useSession().identity, 'planner');
  if (!isPlanner || (shortages(error).length === 0 && !value.allowed)) {
    return null;
  }
  return (
    <div className={formStyles.row}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={value.allowed}
          onChange={(event) => onChange({ ...value, allowed: event.target.checked })}
        />
        Post although stock is short
      </label>
      {value.allowed ? (
        <TextInput
          label="Reason"
          wide
          value={value.reason}
          error={reasonError}
          onChange={(reason) => onChange({ ...value, reason })}
        />
      ) : null}
    </div>
  );
}
