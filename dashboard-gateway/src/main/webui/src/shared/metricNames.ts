const NAMES: Readonly<Record<string, string>> = {
  abc_classification: 'ABC classification',
  slow_dead_stock: 'Slow and dead stock',
  turns_doi: 'Turns and days of inventory',
  inventory_aging: 'Inventory aging',
};

/** A metric in words; one that this page does not know keeps its name. */
export function metricName(metric: string): string {
  return NAMES[metric] ?? metric;
}
