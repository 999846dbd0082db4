import type { Api } from '../../shared/api';
import { object, string } from '../../shared/decode';

export interface TriggeredRun {
  readonly runId: string;
}

export function triggerRun(api: Api): Promise<TriggeredRun> {
  return api.post('/metrics/job/trigger', {}, object<TriggeredRun>({ runId: string }));
}
