import { expect } from 'vitest';
import type { Client, Json } from './stack';

/** Runs the metrics job and waits until its figures are published; answers the run's id. */
export async function recalculate(api: Client): Promise<string> {
  const { runId } = await api.post('/metrics/job/trigger', {});
  await expect
    .poll(async () => (await api.get(`/metrics/runs/${String(runId)}`)).status, { timeout: 20_000 })
    .toBe('published');
  return String(runId);
}

/** Runs the job until the item has a value: metrics-service learns of a movement a moment after it was posted. */
export async function untilUsed(api: Client, itemId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await recalculate(api);
        const { data } = await api.get('/metrics/abc-classification?limit=200');
        return Number((data as readonly Json[]).find((row) => row.itemId === itemId)?.totalValue ?? 0);
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
}
