import type { Role } from '../../../auth/identity';
import type { FormName } from '../search';

/** Who may send a form. The service decides; this only spares people what it would refuse. */
export function neededRole(form: FormName): Role {
  return form === 'release' || form === 'cancel' || form === 'close' ? 'planner' : 'operator';
}
